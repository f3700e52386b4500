package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {

    private static final String FILE = """
            lists:
              height: [屋上, 橋 の 上]
            scoped: [high, die]
            signs:
              idiom: 死ぬほど
              fiction: 小説
              in-general: 授業
              long-ago: 年前
              well-now: 元気
              high: |
                # a remark
                <height> (に|で) ... いる
              die: 死にたい
              money: <n> 万
            """;

    private static List<Finding> in(String text) {
        return signs(FILE).in(Sentences.of(text));
    }

    private static Signs signs(String file) {
        return Signs.read(YamlFile.parse("signs.yaml", file));
    }

    @ParameterizedTest
    @CsvSource({"いま屋上にいます, high, 屋上にい", "橋の上に 一人で いた, high, 橋の上に 一人で い", "５万円ください, money, ５万", "死 に た い, die, 死 に た い"})
    void aPhraseIsFoundInItsForms(String text, String sign, String words) {
        assertEquals(
                List.of(new Finding(
                        sign,
                        words,
                        in(text).getFirst().start(),
                        in(text).getFirst().end(),
                        null)),
                in(text));
    }

    @ParameterizedTest
    @CsvSource({
        "死にたいわけではない, NEGATED",
        "死にたいとは思いません, NEGATED",
        "小説で死にたいと書いた, FICTION",
        "授業で死にたいという投稿を扱う, IN_GENERAL",
        "3年前は死にたいと思っていたが元気です, LONG_AGO"
    })
    void whatIsNotMeantDoesNotCount(String text, Discount why) {
        assertEquals(
                List.of(why),
                in(text).stream()
                        .filter(one -> one.sign().equals("die"))
                        .map(Finding::discount)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"死にたいと思わない日はない", "死にたいかもしれない", "死にたくてたまらない 死にたい"})
    void aNegationOfSomethingElseChangesNothing(String text) {
        assertTrue(in(text).stream().anyMatch(Finding::counts), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(に ; a bracket is not closed",
                "に) いる ; a bracket is closed",
                "<hight> ; no list is called hight",
                "に? いる ; may be absent",
                "に ... ; a gap stands at its end"
            })
    void aPhraseThatIsNotUnderstoodIsRefusedWithItsLine(String wrong, String reason) {
        InvalidRules refused =
                assertThrows(InvalidRules.class, () -> signs(FILE.replace("<height> (に|で) ... いる", wrong)));

        assertEquals(12, refused.line());
        assertTrue(refused.reason().contains(reason), refused.getMessage());
    }
}
