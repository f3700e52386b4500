package jp.tsunagi.referral;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagi.testing.ArchitectureRules;
import jp.tsunagi.testing.SourceRules;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "jp.tsunagi.referral", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(ArchitectureRules.class);

    @Test
    void javaHoldsNoJapanese() {
        SourceRules.here().javaHoldsNoJapanese();
    }

    @Test
    void everyLanguageHasEveryMessage() {
        SourceRules.here().everyLanguageHasEveryMessage();
    }

    @Test
    void theReadmeNamesEveryProblemCode() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (ReferralProblem problem : ReferralProblem.values()) {
            assertTrue(readme.contains("`" + problem.code() + "`"), problem.code());
        }
    }
}
