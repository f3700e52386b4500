package jp.tsunagi.council.routingguide;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideSyntaxTest {

    static Stream<Arguments> textsWithTheirMistakes() {
        return Stream.of(
                Arguments.of("", "1 empty"),
                Arguments.of("# a remark\n", "1 empty"),
                Arguments.of("desks: [A\nrules: []\n", "2 not-yaml"),
                Arguments.of("rules:\n- id: a\n\twhen: b\n", "3 not-yaml"),
                Arguments.of("rules: []\n---\nrules: []\n", "2 not-yaml"),
                Arguments.of("rules:\n- !!javax.script.ScriptEngineManager [a]\n", "2 not-yaml"),
                Arguments.of("rules:\n- id: \"\\UFFFFFFFF\"\n", "1 not-yaml"),
                Arguments.of("rules:\n- id: \u0007\n", "2 character-not-allowed"),
                Arguments.of("- id: a\n", "1 no-mapping"),
                Arguments.of("a text\n", "1 no-mapping"),
                Arguments.of("desks: [A]\n", "1 rules-missing"),
                Arguments.of("desks: [A]\nrules: none\n", "2 rules-no-list"),
                Arguments.of("rules: []\ndesks: [A]\nrules: []\n", "3 name-twice"),
                Arguments.of("rules:\n- id: a\n  \"id\": b\n", "3 name-twice"),
                Arguments.of("a: &a [1]\nrules:\n- *a\n", "3 alias"),
                Arguments.of("a: &a b\nrules:\n- *a\n", "3 alias"),
                Arguments.of("rules:\n- " + "[".repeat(60) + "]".repeat(60) + "\n", "2 too-deep"));
    }

    @ParameterizedTest
    @MethodSource("textsWithTheirMistakes")
    void whoWroteATextLearnsWhereAndWhyItIsNoGuide(String text, String mistake) {
        assertEquals(mistake, mistake(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {GuideClient.RULES, "rules: []", "{rules: [{id: a}], desks: [A]}", "rules:\r\n- id: a\r\n"})
    void whatRulesSayIsNotTheCouncilsBusiness(String text) {
        assertEquals("", mistake(text));
    }

    @Test
    void theLongestTextIsReadAtOnce() {
        String names = IntStream.range(0, 12_000).mapToObj(i -> "n" + i + ": 1").collect(joining("\n"));

        assertEquals("", mistake(names + "\nrules: []\n"));
    }

    private static String mistake(String text) {
        return GuideSyntax.findMistake(text)
                .map(violation -> violation.values().get("line") + " "
                        + ((GuideMistake) violation.values().get("reason")).code())
                .orElse("");
    }
}
