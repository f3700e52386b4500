package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of rules is taken whole or refused whole, with the text, the line and the reason. */
class RuleSetTest {

    private static final String RULES = """
            version: test
            adopted: 2026-11-30
            desks: [POLICE_110]
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

    private static final String GUIDE = """
            desks: [PPC, POLICE_110]
            named:
              names-police: [POLICE_110]
            rules:
            - id: to-police
              version: 1
              when: urgency == 'emergency'
              desk: POLICE_110
              weight: 100
              ja: "110番"
              en: the police
              source: a guideline
              asOf: 2026-11-30
            """;

    private static RuleSet read(String rules, String guide) {
        return RuleFile.read(rules, new RoutingGuide(3, guide), Set.of("roof", "bridge", "names-police"));
    }

    private static String with(String text, String right, String wrong) {
        assertTrue(text.contains(right), right);
        return text.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    }

    @Test
    void aSetThatIsRightIsTaken() {
        RuleSet set = read(RULES, GUIDE);

        assertEquals("test.3", set.version());
        assertEquals(5, set.rules().getFirst().line());
        assertEquals("to-police", set.rules().getLast().id());
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
                "id: one | id: One | 5 | a name like comes-here",
                "desks: [POLICE_110] | desks: [police] | 3 | codes of desks",
                "isMinor | {'held': true}.threat | 7 | a condition compares facts",
                "isMinor | heard.exists(s, ticked.exists(c, c == s)) | 7 | looked through inside another one",
                "asOf: 2026-11-30 | asOf: yesterday | 12 | a date like",
                "version: 1 | version: 0 | 6 | a whole number",
                "adopted: 2026-11-30 | adopted: [ | 4 | expected",
            })
    void rulesThatAreWrongAreRefusedWithTheirLine(String right, String wrong, int line, String reason) {
        refused(with(RULES, right, wrong), GUIDE, RuleFile.RULES, line, reason);
    }

    private static void refused(String rules, String guide, String file, int line, String reason) {
        InvalidRules refused = assertThrows(InvalidRules.class, () -> read(rules, guide));

        assertEquals(file, refused.file());
        assertTrue(refused.reason().contains(reason), refused.getMessage());
        assertEquals(line, refused.line(), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "desk: POLICE_110 | desk: PCC | 8 | no desk is called PCC",
                "weight: 100 | weight: 101 | 9 | from 1 to 100",
                "  weight: 100 | # none | 5 | weight is missing",
                "names-police: [ | names-polite: [ | 3 | no sign is called names-polite",
                "desk: POLICE_110 | urgency: low | 5 | rules about desks only",
                "id: to-police | id: one | 5 | stands here twice",
            })
    void aGuideThatIsWrongIsRefusedWithItsLine(String right, String wrong, int line, String reason) {
        refused(RULES, with(GUIDE, right, wrong), RuleFile.GUIDE, line, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A name of something else, and what is not known yet when the urgency is asked for.
                "wish == 'emergency'",
                "urgency == 'high'",
                "'roof' in categories",
                // What contradicts itself.
                "'roof' in heard && !('roof' in heard)",
                "isMinor && age == '30-39'",
                "urls > 3 && urls < 2",
                "likeEmergency > 1.5",
                "answeredWish == 'safety' && wish == 'refund'",
                "!(['roof', 'bridge'].exists(s, s in heard)) && heard.exists(s, s == 'roof')",
            })
    void aRuleThatCanNeverHoldIsRefused(String when) {
        refused(with(RULES, "'roof' in heard && isMinor", when), GUIDE, RuleFile.RULES, 7, "no consultation can ever");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!isMinor && age == '30-39'",
                "urls > 3 && urls < 5",
                "likeEmergency > 0.4 && likeEmergency < 0.5",
                "answeredWish == 'unanswered' && wish == 'refund'",
                "'ncii' in categories && !('ncii' in ticked)",
                "heard.exists(s, s in ['roof', 'bridge']) && !('roof' in heard)",
                "danger != 'unanswered'",
                "answeredWish != 'unanswered' && wish != 'unanswered'",
                "consulter != 'unanswered' && consulter != 'victim_self'",
                "ticked.exists(c, true)",
                "categories.exists(c, c != 'out_of_scope')",
                "heard.exists(s, !(s in ['roof']))",
                "letters > urls",
                "heard == ['bridge', 'roof'] || ticked != []",
                "['ncii', 'csam', 'sextortion', 'threat', 'stalking', 'fraud', 'privacy', 'insult', 'bullying', 'doxxing',"
                        + " 'portrait'].exists(c, c in ticked) && categories.exists(c, c == 'ncii')",
            })
    void aRuleThatHoldsSometimesIsTaken(String when) {
        assertEquals(
                when,
                read(with(RULES, "'roof' in heard && isMinor", when), GUIDE)
                        .rules()
                        .getFirst()
                        .when());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "desks: &a [A]\nrules: *a",
                "{{{{",
                "- !!java.net.URL [x]",
                "  ",
                "[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoRulesAtAllIsRefusedToo(String text) {
        assertThrows(InvalidRules.class, () -> read(RULES, text));
        assertThrows(InvalidRules.class, () -> read("[".repeat(10_000), GUIDE));
    }

    @Test
    void noGuideTakesAwayADeskThatTheReleaseGivesAnEmergency() {
        String rules = RULES + """
                - id: to-110
                  version: 1
                  when: urgency == 'emergency'
                  desk: POLICE_110
                  weight: 100
                  ja: "110番"
                  en: the police
                  source: a guideline
                  asOf: 2026-11-30
                """;
        String guide = with(with(GUIDE, "desk: POLICE_110", "notDesk: POLICE_110"), "  weight: 100\n", "")
                .replace("urgency == 'emergency'", "urgency != 'low'");

        Assessment assessment = read(rules, guide).assess(emergency(), _ -> true);

        assertEquals("POLICE_110", assessment.desks().getFirst().value());
        assertTrue(assessment.notDesks().isEmpty());
    }

    private static Reading emergency() {
        Submission minor = new Submission(
                Wish.UNANSWERED,
                "屋上",
                List.of(),
                List.of(),
                Danger.UNANSWERED,
                new Consulter(null, AgeBand.TO_15, null, null),
                "");
        return Reading.of(minor, List.of(new Finding("roof", "屋上", 0, 2, null)), Learned.Guess.NONE);
    }

    @Test
    void twoRulesThatContradictEachOtherAreRefused() {
        String second = RULES.substring(RULES.indexOf("- id: one"))
                .replace("id: one", "id: two")
                .replace("urgency: emergency", "urgency: low");

        InvalidRules refused = assertThrows(InvalidRules.class, () -> read(RULES + second, GUIDE));

        assertTrue(refused.reason().contains("the one of one"), refused.getMessage());
    }
}
