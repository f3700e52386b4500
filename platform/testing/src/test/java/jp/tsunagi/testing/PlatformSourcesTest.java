package jp.tsunagi.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    @Requirement("R1.4")
    void queriesArePutTogetherFromConstantsOnly() {
        new SourceRules(Path.of("../persistence")).queriesArePutTogetherFromConstantsOnly();
    }
}
