package jp.tsunagi.intake;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import jp.tsunagi.testing.fuzz.Fuzzer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, because it fills the tables and tries many confirmation codes. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Order(Integer.MAX_VALUE)
@Requirement({"F11", "R4.8", "R4.9"})
class HostileInputTest {

    private static final String[] QUESTIONS = {
        "key",
        "text",
        "urls",
        "danger",
        "wish",
        "consulterType",
        "ageBand",
        "categories",
        "callName",
        "contact",
        "prefecture",
        "at",
        "go",
        "from",
        "sign",
        "proof"
    };
    private static final String[] HANDOVER = {
        "key", "version", "targetDesk", "fields", "summary", "kind", "givenAt", "reason", "approvedBy", "consent"
    };

    private static final String[] PROVIDER = {
        "key",
        "version",
        "conflict",
        "operator",
        "country",
        "kind",
        "places",
        "designation",
        "designatedSince",
        "removalChannels",
        "removalUrl",
        "termsCategories",
        "languages",
        "demandsJa",
        "notesJa",
        "source",
        "asOf"
    };

    private static final String[] STARTING_DAY = {"key", "event", "day", "targetId", "enteredInError"};

    private static final String[] KEPT_LETTER = {"key", "version", "provider", "name", "right", "reason"};

    private static final String[] LETTER = {
        "provider", "applicant", "name", "place", "content", "right", "reason", "name-to-sender"
    };

    private final Desks desks;
    private final DeskWords words;

    HostileInputTest(Desks desks, Envelope envelope) {
        this.desks = desks;
        words = new DeskWords(envelope);
    }

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        KnownDesks.announce(desks);
        IntakeClient.atTheDesk("suzuki", "supervisor");
        Fuzzer.ofThisService()
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .as("a supervisor", () -> Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .as("a legal adviser", () -> Tokens.staff("ono", "IHAHO", "legal-adviser"))
                .as("staff of an agency", () -> Tokens.staff("nakano", "SIA", "agency-staff"))
                .at("/v1/consultations/{id}", HostileInputTest::aCase, HostileInputTest::current)
                .at("/v1/consultations/{id}/approvals", HostileInputTest::aWaitingCase, HostileInputTest::current)
                .at("/v1/consultations/{id}/referrals/", this::aCaseWithWords, HostileInputTest::current)
                .at("/v1/consultations/{id}/release", HostileInputTest::aTakenCase, HostileInputTest::current)
                .at("/v1/consultations/{id}/targets", HostileInputTest::aCaseWithARequest)
                .at("/v1/consultations/{id}/deadlines", HostileInputTest::aCaseWithARequest)
                .at("/v1/mailbox", HostileInputTest::aCase)
                .at("/v1/mailbox/targets", HostileInputTest::aCaseWithARequest)
                .at("/v1/providers", HostileInputTest::aProvider, _ -> aProvider())
                .at("/desk", HostileInputTest::aCase, HostileInputTest::current)
                .at("/desk/providers", HostileInputTest::aProvider, _ -> aProvider())
                .at("/desk/queue/views", HostileInputTest::aSavedView)
                .at("/desk/case/{id}/approvals", HostileInputTest::aWaitingCase, HostileInputTest::current)
                .at("/desk/case/{id}/assign", HostileInputTest::aTakenCase, HostileInputTest::current)
                .at("/desk/case/{id}/release", HostileInputTest::aTakenCase, HostileInputTest::current)
                .at("/desk/case/{id}/targets", HostileInputTest::aCaseWithARequest)
                .at("/box", HostileInputTest::anOpenMailbox)
                .at("/box/targets", HostileInputTest::aMailboxWithARequest)
                .at("/box/deadlines", HostileInputTest::aMailboxWithARequest)
                .at("/desk/case/{id}/deadlines", HostileInputTest::aCaseWithARequest)
                .form("GET", "/consult")
                .form("GET", "/consult/safety")
                .form("POST", "/consult", QUESTIONS)
                .form("POST", "/consult/check", QUESTIONS)
                .form("POST", "/consult/receipt", QUESTIONS)
                .form("GET", "/box")
                .form("POST", "/box", "code")
                .form("POST", "/box/messages", "key", "text")
                .form("POST", "/box/consents/{question}", "answer", "fields")
                .form("POST", "/box/consents/{question}/withdraw", "key")
                .form("GET", "/box/targets/{target}")
                .form("POST", "/box/targets/{target}/requests", "key", "form", "askedOn")
                .form("POST", "/box/targets/{target}/answers", "key", "request", "result", "answeredOn", "reason")
                .form("GET", "/box/targets/{target}/letters/{form}")
                .form("POST", "/box/targets/{target}/letters/{form}", LETTER)
                .form("POST", "/box/targets/{target}/letters/{form}/again", LETTER)
                .form("POST", "/box/targets/{target}/letters/{form}/pdf", LETTER)
                .form("GET", "/box/deadlines")
                .form("POST", "/box/deadlines", STARTING_DAY)
                .form("GET", "/box/deadlines/calendar")
                .form("POST", "/box/logout", "idle")
                .form("GET", "/desk/queue", "view", "status", "urgency", "respondents", "number", "cursor")
                .form("POST", "/desk/queue", "find", "respondents")
                .form("GET", "/desk/queue/arrivals", "respondents")
                .form("POST", "/desk/queue/views", "key", "name", "view", "status", "urgency", "respondents")
                .form("POST", "/desk/queue/views/{id}/remove", "key", "view", "status", "urgency", "respondents")
                .form("GET", "/desk/case/{id}")
                .form("POST", "/desk/case/{id}/take", "key", "version")
                .form("POST", "/desk/case/{id}/assign", "key", "version", "to", "assignNote")
                .form("POST", "/desk/case/{id}/release", "key", "version")
                .form("POST", "/desk/case/{id}/answer", "key", "version", "since", "conflict", "text", "materials")
                .at("/desk/case/{id}/referrals", this::aCaseWithWords, HostileInputTest::current)
                .form("GET", "/desk/referrals", "view", "cursor")
                .form("POST", "/desk/case/{id}/triage", "key", "version", "question", "codes", "urgencyReason")
                .form("GET", "/desk/rules/{rule}/corrections")
                .form("POST", "/desk/rules/dry-run", "rules", "routingGuide")
                .form("GET", "/desk/providers", "view")
                .form("GET", "/desk/providers/{code}")
                .form("POST", "/desk/providers/{code}/confirm", "key", "version")
                .form("GET", "/desk/providers/{code}/edit")
                .form("POST", "/desk/providers/{code}/edit", PROVIDER)
                .form("GET", "/desk/case/{id}/close")
                .form("POST", "/desk/case/{id}/close", "key", "version", "confirmed")
                .form("POST", "/desk/case/{id}/notes", "key", "note", "draft")
                .form("GET", "/desk/case/{id}/targets")
                .form("POST", "/desk/case/{id}/targets", "key", "urls")
                .form("GET", "/desk/case/{id}/targets/{target}")
                .form("POST", "/desk/case/{id}/targets/{target}/requests", "key", "form", "askedOn")
                .form("GET", "/desk/case/{id}/deadlines")
                .form("POST", "/desk/case/{id}/deadlines", STARTING_DAY)
                .form("GET", "/desk/case/{id}/deadlines/calendar")
                .form(
                        "POST",
                        "/desk/case/{id}/targets/{target}/answers",
                        "key",
                        "request",
                        "result",
                        "answeredOn",
                        "reason")
                .form("GET", "/desk/case/{id}/targets/{target}/letters/{form}")
                .form("POST", "/desk/case/{id}/targets/{target}/letters/{form}", KEPT_LETTER)
                .form("POST", "/desk/case/{id}/targets/{target}/letters/{form}/pdf", LETTER)
                .form("POST", "/desk/drafts", "draft", "key", "note", "discard")
                .form("GET", "/desk/case/{id}/referrals/{referral}/slip")
                .form("POST", "/desk/case/{id}/referrals/{referral}/entries/{entry}/pass-on", "key", "version")
                .form("GET", "/desk/case/{id}/consent", "to")
                .form("POST", "/desk/case/{id}/consent", HANDOVER)
                .form("POST", "/desk/case/{id}/preview", HANDOVER)
                .form("POST", "/desk/case/{id}/refer", HANDOVER)
                .form("POST", "/desk/case/{id}/approvals/{approval}/approve", "key", "version", "reason-{approval}")
                .form("POST", "/desk/case/{id}/approvals/{approval}/decline", "key", "version", "reason-{approval}")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .knownFailure(
                        "header X-Forwarded-Proto.*(400 with nothing|not in the audit|no answer)",
                        "Vert.x refuses it before us and keeps the connection")
                .knownFailure(
                        "header X-Forwarded-For: (blank|empty).*no answer",
                        "Quarkus fails on it before any handler; only a proxy that is trusted is listened to")
                .publishing("tsunagi.desk")
                .run();
    }

    private static Map<String, String> aCase() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        Map<String, String> values = new HashMap<>(Map.of(
                "id", receipt.getString("id"),
                "Confirmation-Code", receipt.getString("confirmationCode"),
                "key", UUID.randomUUID().toString(),
                "targetDesk", "STORY",
                "kind", "27-1-ii",
                "reason", "a reason",
                "reason-{approval}", "a reason",
                "summary", "a summary",
                "fields", "narrative",
                "text", "an answer"));
        values.put("materials", "mic-use-internet-wisely");
        values.put("rule", "wish-to-die");
        values.put("question", "urgency");
        values.put("codes", "emergency");
        values.put("urgencyReason", "a reason");
        return current(values);
    }

    /** A case that somebody works on, and a colleague to whom it may be given. */
    private static Map<String, String> aTakenCase() {
        Map<String, String> values = new HashMap<>(aCase());
        IntakeClient.take(values.get("id"), "1").then().statusCode(303);
        values.put("to", "suzuki");
        values.put("assignNote", "a note");
        return current(values);
    }

    /** A case about a place of which a provider was asked something. */
    private static Map<String, String> aCaseWithARequest() {
        return withARequest(aCase(), "Confirmation-Code");
    }

    private static Map<String, String> aMailboxWithARequest() {
        return withARequest(anOpenMailbox(), "code");
    }

    private static Map<String, String> withARequest(Map<String, String> known, String code) {
        Map<String, String> values = new HashMap<>(known);
        String target = IntakeClient.mailbox(values.get(code)).getString("targets[0].id");
        values.put("target", target);
        values.put(
                "request",
                IntakeClient.sending(IntakeClient.example("request-to-provider"))
                        .header("Confirmation-Code", values.get(code))
                        .post("/v1/mailbox/targets/" + target + "/requests")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("requestId"));
        values.put("reason", "a reason");
        values.put("urls", "https://bbs.example.com/2");
        values.put("If-Match", "\"0\"");
        values.put("version", "0");
        values.put("field", "reason");
        values.put("values", "a reason");
        values.put("applicant", "self");
        values.put("name-to-sender", "name-hidden");
        values.put("form", "removal");
        values.put("askedOn", "2026-11-25");
        values.put("result", "refused");
        values.put("answeredOn", "2026-11-30");
        values.put("event", "posted");
        values.put("targetId", target);
        values.put("day", "2026-11-20");
        return values;
    }

    private static Map<String, String> aProvider() {
        // One of its own: operations are asked side by side, and each counts the version up.
        String code = "board-" + UUID.randomUUID().toString().substring(0, 8);
        String etag = ProviderTest.anExample(code);
        Map<String, String> values = new HashMap<>(Map.of(
                "code", code,
                "If-Match", etag,
                "key", UUID.randomUUID().toString(),
                "version", etag.replace("\"", ""),
                "operator", "a company",
                "country", "JP",
                "kind", "bbs",
                "designation", "unknown",
                "source", "a source"));
        values.put("/code", code);
        values.putAll(Map.of(
                "view", "due",
                "places", "board.example.com",
                "designatedSince", "2026-11-01",
                "removalChannels", "mail",
                "removalUrl", "https://board.example.com/removal",
                "termsCategories", "privacy",
                "languages", "ja",
                "demandsJa", "the address of the post",
                "notesJa", "a warning",
                "asOf", "2026-11-30"));
        return values;
    }

    private static Map<String, String> aSavedView() {
        IntakeClient.counsellor()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("name", "a view")
                .post("/desk/queue/views");
        String page =
                IntakeClient.counsellor().accept("text/html").get("/desk/queue").asString();
        int view = page.indexOf("/desk/queue/views/") + "/desk/queue/views/".length();
        return Map.of(
                "id", page.substring(view, view + UUID.randomUUID().toString().length()),
                "key", UUID.randomUUID().toString(),
                "name", UUID.randomUUID().toString().substring(0, 8),
                "view", "mine");
    }

    /** A case of which a desk has said something that the person may know. */
    private Map<String, String> aCaseWithWords() {
        Map<String, String> values = new HashMap<>(aCase());
        String referral = IntakeClient.referred(values.get("id"));
        words.say(
                "progressed", referral, values.get("id"), 4, DeskWords.entry("report-progress", "words", "consulter"));
        DeskWords.heard(values.get("id"), referral, 4);
        values.put("referral", referral);
        values.put("entry", "4");
        values.put("note", "a note");
        return current(values);
    }

    /** A case whose hand-over waits for a second person. */
    private static Map<String, String> aWaitingCase() {
        Map<String, String> values = new HashMap<>(aCase());
        values.put(
                "approval",
                IntakeClient.refer(values.get("id"), "1", IntakeClient.example("referral-in-danger-to-life"))
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("approvalId"));
        return current(values);
    }

    private static Map<String, String> current(Map<String, String> before) {
        String tag = IntakeClient.counsellor()
                .get("/v1/consultations/" + before.get("id"))
                .header("ETag");
        Map<String, String> now = new HashMap<>(before);
        now.put("If-Match", tag);
        now.put("version", tag.replace("\"", ""));
        return now;
    }

    private static Map<String, String> anOpenMailbox() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String code = receipt.getString("confirmationCode");
        IntakeClient.askConsent(receipt.getString("id"), "SIA_HIBO", "narrative", "urls", "contact");
        Response entered = io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", code)
                .post("/box");
        return Map.of(
                "Cookie",
                "box=" + entered.cookie("box"),
                "code",
                code,
                "question",
                IntakeClient.mailbox(code).getString("questions[0].id"),
                "answer",
                "yes",
                "fields",
                "narrative",
                "key",
                UUID.randomUUID().toString(),
                "text",
                "a question");
    }
}
