package jp.tsunagi.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** What the service says of itself to those who use it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CouncilApiTest {

    @Test
    @Requirement("R2.1")
    void theDocumentSaysWhatAClientNeeds() {
        OpenApiRules.check();
    }

    @Test
    void everyProblemHasASentenceOfItsOwnInEveryLanguage() {
        Set<String> sentences = new TreeSet<>();
        for (CouncilProblem problem : CouncilProblem.values()) {
            sentences.add(problem.detail(Locale.JAPANESE));
            sentences.add(problem.detail(Locale.ENGLISH));
        }

        assertFalse(sentences.contains(""));
        assertEquals(2 * CouncilProblem.values().length, sentences.size());
    }
}
