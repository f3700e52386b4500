package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** A counsellor of the Centre at the workbench. */
record Counsellor(Visitor visitor) {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** Opens the queue at a case that was handed over, when it has heard of the arrival; until then it is marked. */
    void openDelivered(String receiptNumber) {
        Eventually.passes("the queue to hear that " + receiptNumber + " has arrived", () -> {
            visitor.open("/desk/queue?number=" + receiptNumber);
            assertFalse(visitor.text().contains("未達"));
        });
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

    /** The same by the API, for who looks at what comes of it; returns the identifier of the referral. */
    String handOver(String consultation, String desk) {
        String version = visitor.send("GET", "/v1/consultations/" + consultation, Map.of(), "")
                .headers()
                .get("etag");
        var headers = Map.of(
                "Content-Type", "application/json", "Idempotency-Key", "" + UUID.randomUUID(), "If-Match", version);
        var answer = visitor.send("POST", "/v1/consultations/" + consultation + "/referrals", headers, """
                {"targetDesk":"%s","fields":["narrative","urls","callName","contact"],"summary":"%s",
                 "basis":{"kind":"consent","textVersion":"2026-11","givenAt":"%s"}}""".formatted(
                        desk, SUMMARY, Instant.now()));
        assertEquals(202, answer.status(), answer::text);
        return read(answer.text()).path("referralId").asText();
    }

    /** What people call a referral, and how it stands. */
    JsonNode look(String referral) {
        return read(
                visitor.send("GET", "/v1/referrals/" + referral, Map.of(), "").text());
    }

    /** The number on a tab of the queue that is open. */
    int count(String view) {
        return Integer.parseInt(visitor.page()
                .locator(".count[data-view=" + view + "]")
                .evaluate("badge => badge.firstChild.textContent")
                .toString());
    }

    /** The line of a case in the queue that is open. */
    Locator line(String receiptNumber) {
        return visitor.page().locator(".rows tbody tr", new Page.LocatorOptions().setHasText(receiptNumber));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(json, unreadable);
        }
    }

    /** Not before the consultation was received, which was seconds ago. */
    static String thisMinute() {
        return LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
