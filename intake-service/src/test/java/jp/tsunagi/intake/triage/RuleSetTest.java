package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A set of rules is taken whole or refused whole, with the line and the reason. */
class RuleSetTest {

    private static final String SET = """
            version: test
            adopted: 2026-11-30
            desks: [PPC]
            rules:
            - id: one
              version: 1
              when: "'roof' in heard && isMinor"
              urgency: emergency
              ja: "屋上"
              en: on a roof
              source: a guideline
              asOf: 2026-11-30
            """;

    private static RuleSet read(String content) {
        return RuleSet.read(YamlFile.parse("rules.yaml", content), Set.of("roof"));
    }

    @Test
    void aSetThatIsRightIsTaken() {
        RuleSet rules = read(SET);

        assertEquals("test", rules.version());
        assertEquals(5, rules.rules().getFirst().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'roof' in heard && isMinor | 'roof' in haerd | 7 | undeclared reference to 'haerd'",
                "'roof' in heard && isMinor | 'rooof' in heard | 7 | nothing is ever called 'rooof'",
                "'roof' in heard && isMinor | urls | 7 | expected type 'bool' but found 'int'",
                "'roof' in heard && isMinor | isMinor && | 7 | mismatched input",
                "urgency: emergency | urgency: soon | 8 | unknown Urgency: soon",
                "urgency: emergency | urgence: emergency | 8 | nothing is called urgence",
                "urgency: emergency | desk: PCC | 8 | no desk is called PCC",
                "urgency: emergency | desk: PPC | 5 | weight is missing",
                "asOf: 2026-11-30 | asOf: yesterday | 12 | a date like",
                "version: 1 | version: 0 | 6 | a whole number",
                "adopted: 2026-11-30 | adopted: [ | 4 | expected",
            })
    void aSetThatIsWrongIsRefusedWithItsLine(String right, String wrong, int line, String reason) {
        String content =
                SET.replaceFirst(java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        InvalidRules refused = assertThrows(InvalidRules.class, () -> read(content));

        assertTrue(refused.reason().contains(reason), refused.getMessage());
        assertEquals(line, refused.line(), refused.getMessage());
    }

    @Test
    void twoRulesThatContradictEachOtherAreRefused() {
        String second = SET.substring(SET.indexOf("- id: one"))
                .replace("id: one", "id: two")
                .replace("urgency: emergency", "urgency: low");

        InvalidRules refused = assertThrows(InvalidRules.class, () -> read(SET + second));

        assertTrue(refused.reason().contains("the one of one"), refused.getMessage());
    }

    @Test
    void aRuleThatStandsTwiceIsRefused() {
        InvalidRules refused =
                assertThrows(InvalidRules.class, () -> read(SET + SET.substring(SET.indexOf("- id: one"))));

        assertTrue(refused.reason().contains("twice"), refused.getMessage());
    }
}
