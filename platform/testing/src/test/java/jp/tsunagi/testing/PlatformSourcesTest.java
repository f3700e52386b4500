package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSourcesTest {

    @ParameterizedTest
    @ValueSource(strings = {"..", "../vocabulary"})
    void everyLanguageHasEveryMessage(String module) {
        new SourceRules(Path.of(module)).everyLanguageHasEveryMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../vocabulary", "../persistence", "../testing", "../infrastructure", "../../deploy/local"
            })
    void javaHoldsNoJapanese(String module) {
        new SourceRules(Path.of(module)).javaHoldsNoJapanese();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../vocabulary", "../persistence", "../testing", "../infrastructure", "../../deploy/local"
            })
    @Requirement("R11.5")
    void secretsAreComparedInConstantTime(String module) {
        new SourceRules(Path.of(module)).secretsAreComparedInConstantTime();
    }

    /** What the rule finds, and what it leaves alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Arrays.equals(first.fingerprint, second)         | true
                Arrays.mismatch(left, right) == -1               | true
                given.equals(row.codeHash)                       | true
                secret.equals(given)                             | true
                token().equals(given)                            | true
                Objects.equals(given, state.csrfToken())         | true
                hmac(key, text).contentEquals(signature)         | true
                MessageDigest.isEqual(row.codeHash, given)       | false
                agency.equals(row.ownerAgency)                   | false
                """)
    @Requirement("R11.5")
    void aComparisonThatEndsEarlyIsFound(String line, boolean found, @TempDir Path module) throws IOException {
        Path folder = Files.createDirectories(module.resolve("src/main/java"));
        Files.writeString(folder.resolve("Sample.java"), "boolean same = " + line + ";");
        var rules = new SourceRules(module);

        if (found) {
            assertThrows(AssertionError.class, rules::secretsAreComparedInConstantTime);
        } else {
            rules.secretsAreComparedInConstantTime();
        }
    }

    @Test
    @Requirement("R1.4")
    void queriesArePutTogetherFromConstantsOnly() {
        new SourceRules(Path.of("../persistence")).queriesArePutTogetherFromConstantsOnly();
    }
}
