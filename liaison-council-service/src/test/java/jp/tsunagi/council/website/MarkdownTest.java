package jp.tsunagi.council.website;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write becomes a few harmless elements, and nothing that they write is lost on the way. */
class MarkdownTest {

    private static final Pattern TAG = Pattern.compile("</?([a-z0-9]+)[^>]*+>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Set<String> HARMLESS = Set.of(
            "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong", "ul");
    private static final int LONG = 100_000;

    @Test
    @DisplayName("Plain text stands there as it was typed, line by line")
    void plainText() {
        assertEquals("<p>一行目<br>\n二行目</p>\n<p>次の段落</p>\n", html("一行目\n二行目\n\n次の段落"));
        assertEquals("<p>\u3000字下げの行</p>\n", html("\u3000字下げの行"));
        assertEquals("<p>例:</p>\n<p>四つの空白のあと</p>\n", html("例:\n\n    四つの空白のあと"));
        assertEquals("<p>AT&amp;T &amp;copy; &amp;#48;90</p>\n", html("AT&T &copy; &#48;90"));
        assertEquals("<p>[1]: 出典</p>\n<p>本文</p>\n", html("[1]: 出典\n\n本文"));
    }

    @Test
    void marksAreShown() {
        assertEquals("<ul>\n<li>一つ</li>\n<li>二つ</li>\n</ul>\n", html("- 一つ\n- 二つ"));
        assertEquals("<ol>\n<li>一つ</li>\n</ol>\n", html("1. 一つ"));
        assertEquals("<p><strong>太い</strong> <em>傾く</em></p>\n", html("**太い** *傾く*"));
        assertEquals("<blockquote>\n<p>引用</p>\n</blockquote>\n", html("> 引用"));
        assertEquals(
                "<p><a rel=\"nofollow\" href=\"https://example.jp/a?b=c&amp;d\">法</a></p>\n",
                html("[法](https://example.jp/a?b=c&d)"));
    }

    @Test
    void headingsStandUnderTheHeadingOfThePage() {
        assertEquals("<h2>一</h2>\n<h3>二</h3>\n<h6>六</h6>\n", html("# 一\n## 二\n###### 六"));
        assertEquals("<h3>一</h3>\n", Markdown.html("# 一", 2).getValue());
        assertEquals("<blockquote>\n<h2>中</h2>\n</blockquote>\n", html("> # 中"));
    }

    @Test
    @Requirement("R1.2")
    void htmlIsShownAndNotObeyed() {
        assertEquals("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", html("<script>alert(1)</script>"));
        assertEquals(
                "<p>あ &lt;img src=x onerror=alert(1)&gt; &lt;!-- 090 --&gt;</p>\n",
                html("あ <img src=x onerror=alert(1)> <!-- 090 -->"));
        assertEquals("<p><code>&lt;b&gt;</code></p>\n", html("`<b>`"));
        assertEquals(
                "<p><a rel=\"nofollow\" href=\"/\" title=\"&quot; onclick=&quot;x\">あ</a></p>\n",
                html("[あ](/ '\" onclick=\"x')"));
    }

    @Test
    @Requirement("R1.2")
    void anImageIsItsDescription() {
        assertEquals("<p>地図</p>\n", html("![地図](https://evil.example/pixel.png)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#1;javascript:alert(1))",
                "[x](<  javascript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "[x](file:///etc/passwd)",
                "[x]\n\n[x]: javascript:alert(1)",
                "<javascript:alert(1)>",
            })
    @Requirement("R1.2")
    void aLinkLeadsToAPageOrAMailboxOnly(String text) {
        var links = HREF.matcher(html(text));
        while (links.find()) {
            assertEquals("", links.group(1), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                "[a](",
                "]",
                "*a ",
                "**a _",
                "_a*",
                "`a",
                "<a",
                "&",
                "> ",
                "- ",
                "> - ",
                "[a]: b\n",
                "<!--",
                "a\n"
            })
    @Requirement("R1.2")
    void hostileLengthTakesNoTimeAndNoStack(String part) {
        String text = part.repeat(LONG / part.length());
        String closed = text + "a" + new StringBuilder(text).reverse();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertHarmless(html(text)));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertHarmless(html(closed)));
    }

    @ParameterizedTest
    @CsvSource({"'> ', 2", "'- ', 2", "'* ', 2"})
    void deepNestingIsCutOff(String mark, int wide) {
        StringBuilder staircase = new StringBuilder();
        for (int depth = 0; depth < 300; depth++) {
            staircase.append(" ".repeat(wide * depth)).append(mark).append("段\n");
        }
        String html = html(staircase.toString());
        assertAll(() -> assertHarmless(html), () -> assertTrue(html.split("<ul>|<blockquote>", -1).length <= 20, html));
    }

    private static void assertHarmless(String html) {
        Set<String> names = new TreeSet<>();
        TAG.matcher(html).results().forEach(tag -> names.add(tag.group(1)));
        names.removeAll(HARMLESS);
        assertEquals(Set.of(), names);
    }

    private static String html(String text) {
        return Markdown.html(text, 1).getValue();
    }
}
