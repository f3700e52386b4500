package jp.tsunagi.referral;

import jp.tsunagi.testing.ReadmeRules;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theReadmeListsEveryProblemUnderItsStatus() {
        ReadmeRules.listsEveryProblem(ReferralProblem.values());
    }
}
