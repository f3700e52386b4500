package jp.tsunagi.intake;

import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.SourceRules;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void onlyWhatReadsJapaneseHoldsJapanese() {
        SourceRules.here()
                .javaHoldsNoJapanese(
                        "ConfirmationCode",
                        "ContentUrls",
                        "Discount",
                        "NormalizedText",
                        "PersonalDetails",
                        "Phrase",
                        "Scope",
                        "Sentences",
                        "Word");
    }

    @Test
    void everyLanguageHasEveryMessage() {
        SourceRules.here().everyLanguageHasEveryMessage();
    }

    @Test
    @Requirement("R11.5")
    void secretsAreComparedInConstantTime() {
        SourceRules.here().secretsAreComparedInConstantTime();
    }

    @Test
    @Requirement("R1.4")
    void queriesArePutTogetherFromConstantsOnly() {
        SourceRules.here().queriesArePutTogetherFromConstantsOnly();
    }
}
