package jp.tsunagi.council;

import jp.tsunagi.testing.ReadmeRules;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theReadmeListsEveryProblemUnderItsStatus() {
        ReadmeRules.listsEveryProblem(CouncilProblem.values());
    }
}
