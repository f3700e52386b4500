package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A counsellor of the Centre at the workbench. */
record Counsellor(Visitor visitor) {

    static final String SUMMARY = "10代の方が匿名掲示板の書き込みで困っている。投稿は1件。";

    /** Signs in and opens the case from the queue; returns its identifier. */
    String signInAndOpen(String receiptNumber) {
        visitor.openAs("sato", "/desk/queue");
        return open(receiptNumber);
    }

    String open(String receiptNumber) {
        visitor.open("/desk/queue");
        assertEquals(200, visitor.leafTo(receiptNumber).follow(receiptNumber));
        return visitor.path().substring("/desk/case/".length());
    }

    void answer(String text) {
        assertEquals(200, visitor.fill("text", text).press("回答を送る"));
        visitor.sees("回答済");
        visitor.sees(text);
    }

    /** Hands the case over with everything the consulter agreed to. */
    void refer(String desk) {
        fillReferral(desk);
        visitor.tick("kind", "told").fill("givenAt", thisMinute());
        assertEquals(200, visitor.press("取り次ぐ"), visitor::text);
    }

    void fillReferral(String desk) {
        visitor.open(visitor.path().replaceFirst("(/desk/case/[^/]+).*", "$1") + "/refer/" + desk);
        visitor.tick("fields", "narrative", "urls", "callName", "contact").fill("summary", SUMMARY);
    }

    /** Not before the consultation was received, which was seconds ago. */
    static String thisMinute() {
        return LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
