package jp.tsunagi.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class FuzzerTest {

    @Test
    void thePlatformTakesEverythingWell() {
        Fuzzer.ofThisService()
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .only("/v1/notes")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                // The id of a note is the caller's, and a question for missing events names it.
                .publishing("tsunagi.consultation", "tsunagi.replay")
                .run();
    }

    @Test
    void whatBreaksLeaksOrHasNoShapeIsFound() {
        Set<String> titles = Fuzzer.ofThisService().only("/v1/leaks").findings();

        assertTrue(titles.stream().anyMatch(title -> title.contains("NUL") && title.endsWith("answers 500")), "500");
        assertTrue(titles.stream().anyMatch(title -> title.endsWith("answers 409 with nothing")), "no problem");
        assertTrue(titles.stream().anyMatch(title -> title.endsWith("/secret is not named in the document")), "schema");
        assertTrue(titles.stream().anyMatch(title -> title.startsWith("what was sent is in the log")), "a log");
    }
}
