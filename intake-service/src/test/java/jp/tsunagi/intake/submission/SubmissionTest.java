package jp.tsunagi.intake.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "　", "\u200B\u00A0\n"})
    void nothingToReadIsNoText(String text) {
        assertEquals(List.of("text-missing"), codes(typed(text)));
    }

    @Test
    void tenThousandCharactersAreTakenAndOneMoreIsNot() {
        assertEquals(
                10_000,
                Submission.read(typed("𠮷".repeat(10_000))).text().codePoints().count());
        assertEquals(List.of("text-too-long"), codes(typed("あ".repeat(10_001))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800b", "\uDC00"})
    void whatCannotBeKeptIsRefused(String text) {
        assertEquals(List.of("text-not-storable"), codes(typed(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野家", "葛\uDB40\uDD00城", "神さん", "👨‍👩‍👧 <b>x</b> {7*7}", "は\u3099"})
    @Requirement("R1.1")
    void whatIsWrittenIsKeptByteForByte(String text) {
        assertEquals(text, Submission.read(typed(text)).text());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAtItsPlace() {
        RawSubmission wrong = new RawSubmission(
                null,
                "",
                null,
                List.of("", "nowhere"),
                null,
                new Consulter(null, null, "a\nb", "県".repeat(101)),
                "a@b");

        assertEquals(
                List.of("/consulter/callName", "/consulter/prefecture", "/contact", "/text", "/urls/1"),
                pointers(() -> Submission.read(wrong)));
    }

    @Test
    @Requirement({"R14.3", "R14.3b"})
    void whatIsNotSaidIsNotAnswered() {
        Submission told = Submission.read(typed("相談"));

        assertEquals(Wish.UNANSWERED, told.wish());
        assertEquals(Danger.UNANSWERED, told.danger());
        assertEquals(new Consulter(ConsulterType.UNANSWERED, AgeBand.UNANSWERED, "", ""), told.consulter());
        assertEquals("", told.contact());
    }

    @Test
    @DisplayName("UX-05: three pasted lines, one in full-width letters, are three URLs that every system can read")
    void pastedUrlsAreKeptAsEverySystemWritesThem() {
        RawSubmission pasted = new RawSubmission(
                null,
                "相談",
                null,
                List.of("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／a", "HTTPS://SNS.example.com/Path?q=1", "bbs.example.net/３"),
                null,
                null,
                null);

        assertEquals(
                List.of("https://example.com/a", "https://sns.example.com/Path?q=1", "https://bbs.example.net/3"),
                Submission.read(pasted).canonicalUrls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a..b@docomo.ne.jp", "a.@ezweb.ne.jp", ".a@docomo.ne.jp", "name@example.com", "ｎａｍｅ@example.com"
            })
    void addressesThatExistAreTaken(String address) {
        assertTrue(MailAddress.read(address).isPresent(), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a b@example.com",
                "a@example.com\nBcc: x@example.com",
                "a@example.com,b@example.com",
                "@example.com"
            })
    @Requirement("R1.8")
    void whatIsNoAddressIsRefused(String address) {
        assertTrue(MailAddress.read(address).isEmpty(), address);
    }

    private static List<String> codes(RawSubmission typed) {
        return assertThrows(Refusal.class, () -> Submission.read(typed)).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private static List<String> pointers(Executable reading) {
        return assertThrows(Refusal.class, reading).violations().stream()
                .map(Violation::pointer)
                .sorted()
                .toList();
    }

    private static RawSubmission typed(String text) {
        return new RawSubmission(null, text, null, null, null, null, null);
    }
}
