package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.tsunagi.testing.SecurityRequirements.Claim;
import jp.tsunagi.testing.SecurityRequirements.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityRequirementsTest {

    private static final Path ROOT = Path.of(System.getProperty("tsunagi.root"));
    private static final Path PAGE = ROOT.resolve("docs/security.md");

    private static final String HOW_TO_WRITE_IT = "docs/security.md is written again by ./mvnw -Pquick"
            + " -pl platform/testing test -Dtest=SecurityRequirementsTest -Dtsunagi.security.write=true";

    private final SecurityRequirements requirements = SecurityRequirements.read(ROOT);

    @Test
    void everyClaimHasARowAndEveryRowSaysTheTruthAboutItsTests() {
        assertEquals(List.of(), requirements.faults());
    }

    @Test
    void thePageIsWhatTheFileAndTheTestsSay() throws IOException {
        if (Boolean.getBoolean("tsunagi.security.write")) {
            Files.writeString(PAGE, requirements.page());
        }
        List<String> wanted = requirements.page().lines().toList();
        List<String> found = Files.exists(PAGE) ? Files.readAllLines(PAGE) : List.of();

        // The first line that differs; the whole page would hide it.
        for (int line = 0; line < Math.max(wanted.size(), found.size()); line++) {
            assertEquals(at(wanted, line), at(found, line), HOW_TO_WRITE_IT);
        }
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "held    | ''    | ''      | true  | ",
                "partly  | words | 6       | true  | ",
                "not yet | words | 6 10    | false | ",
                "not yet | words | unfiled | false | ",
                "held    | ''    | ''      | false | R1.1 is 'held', but no test claims it",
                "partly  | words | 6       | false | R1.1 is 'partly', but no test claims it",
                "not yet | words | 6       | true  | R1.1 is 'not yet', but ATest#b claims it",
                "partly  | words | ''      | true  | R1.1 is 'partly', but names no issue",
                "not yet | words | soon    | false | R1.1 is 'not yet', but names no issue",
                "partly  | ''    | 6       | true  | R1.1 is 'partly', but does not say what is missing",
                "held    | words | 6       | true  | R1.1 is 'held', but something is missing",
                "almost  | words | 6       | true  | R1.1 has a state that is none: almost"
            })
    void aRowThatIsNotTrueIsAFault(String state, String missing, String issue, boolean tested, String fault) {
        Row row = new Row("R1.1", "chapter", "A sentence.", state, missing, issue);
        List<Claim> claims = tested ? List.of(new Claim("R1.1", "ATest#b", "ATest.java", "")) : List.of();

        List<String> faults = new SecurityRequirements(List.of(row), claims).faults();

        assertEquals(fault == null ? List.of() : List.of(fault), faults);
    }

    @Test
    void aClaimOfARowThatDoesNotExistIsAFaultAndSoIsARowThatIsThereTwice() {
        Row row = new Row("R1.1", "chapter", "A sentence.", "not yet", "all", "6");
        Claim claim = new Claim("R1.2", "ATest#b", "ATest.java", "");

        assertEquals(
                List.of("R1.1 is there twice", "ATest#b claims 'R1.2', which is no row"),
                new SecurityRequirements(List.of(row, row), List.of(claim)).faults());
    }

    /** The sign § stands for @, or this text would be a claim itself. */
    @Test
    void claimsAreReadFromTestsAndFromNothingElse() {
        String source = """
                §Requirement("R1")
                class ATest extends Sample {

                    §Test
                    §Requirement({"R8.2", "P1"})
                    void one() {}

                    §TestFactory
                    §Tag("slow")
                    §Tag("R2")
                    Stream<DynamicContainer> two() {
                        return null;
                    }

                    §Requirement("R3")
                    void helper() {}

                    §Disabled
                    §Test
                    §Requirement("R4")
                    void off() {}

                    §Requirement("R5")
                    §Test
                    void tooEarly() {}

                    §ArchTest
                    §Requirement("R6")
                    static final ArchRule rule = null;
                }
                """.replace('§', '@');

        assertEquals(
                List.of(
                        new Claim("R1", "ATest", "x/ATest.java", "stands on a test that is switched off"),
                        new Claim("R8.2", "ATest#one", "x/ATest.java", ""),
                        new Claim("P1", "ATest#one", "x/ATest.java", ""),
                        new Claim("R2", "ATest#two", "x/ATest.java", ""),
                        new Claim("R3", "ATest#helper", "x/ATest.java", "stands on no test"),
                        new Claim("R4", "ATest#off", "x/ATest.java", "stands on a test that is switched off"),
                        new Claim("R5", "ATest", "x/ATest.java", "does not stand directly above a class or a test"),
                        new Claim("R6", "ATest#rule", "x/ATest.java", "")),
                SecurityRequirements.claims("x/ATest.java", source));
    }
}
