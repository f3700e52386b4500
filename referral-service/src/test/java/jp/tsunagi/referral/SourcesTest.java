package jp.tsunagi.referral;

import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.SourceRules;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void javaHoldsNoJapanese() {
        SourceRules.here().javaHoldsNoJapanese();
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
