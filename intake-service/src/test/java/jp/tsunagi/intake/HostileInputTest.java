package jp.tsunagi.intake;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
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
@Requirement("F11")
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
        "code",
        "ticket"
    };
    private static final String[] HANDOVER = {
        "key", "version", "targetDesk", "fields", "summary", "kind", "givenAt", "reason", "approvedBy", "consent"
    };

    private final Desks desks;

    HostileInputTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        KnownDesks.announce(desks);
        Fuzzer.ofThisService()
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .as("a legal adviser", () -> Tokens.staff("ono", "IHAHO", "legal-adviser"))
                .as("staff of an agency", () -> Tokens.staff("nakano", "SIA", "agency-staff"))
                .at("/v1/consultations/{id}", HostileInputTest::aCase)
                .at("/v1/mailbox", HostileInputTest::aCase)
                .at("/desk", HostileInputTest::aCase)
                .at("/box", HostileInputTest::anOpenMailbox)
                .form("GET", "/consult")
                .form("GET", "/consult/safety")
                .form("POST", "/consult", QUESTIONS)
                .form("POST", "/consult/check", QUESTIONS)
                .form("POST", "/consult/receipt", QUESTIONS)
                .form("GET", "/box")
                .form("POST", "/box", "code")
                .form("POST", "/box/messages", "key", "text")
                .form("POST", "/box/consents/{question}", "answer", "fields")
                .form("POST", "/box/logout", "key")
                .form("GET", "/desk/queue", "status", "urgency", "respondents", "cursor")
                .form("GET", "/desk/case/{id}")
                .form("POST", "/desk/case/{id}/take", "key", "version")
                .form("POST", "/desk/case/{id}/answer", "key", "version", "text")
                .form("POST", "/desk/case/{id}/close", "key", "version")
                .form("POST", "/desk/case/{id}/consent", HANDOVER)
                .form("POST", "/desk/case/{id}/preview", HANDOVER)
                .form("POST", "/desk/case/{id}/refer", HANDOVER)
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .knownFailure(
                        "header X-Forwarded-Proto.*(400 with nothing|not in the audit|no answer)",
                        "Vert.x refuses it before us and keeps the connection")
                .knownFailure(
                        "(path|query) \\w+: (half an escape|no escape|more parameters).*(400 with nothing|not in the audit)",
                        "the address of a forwarded request is read before any handler; one that is none is refused, unclosed")
                .publishing("tsunagi.desk")
                .run();
    }

    private static Map<String, String> aCase() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        return Map.of(
                "id", receipt.getString("id"),
                "Confirmation-Code", receipt.getString("confirmationCode"),
                "If-Match", "\"1\"",
                "version", "1",
                "key", UUID.randomUUID().toString(),
                "targetDesk", "SIA_HIBO",
                "kind", "consent",
                "summary", "a summary",
                "fields", "narrative",
                "text", "an answer");
    }

    private static Map<String, String> anOpenMailbox() {
        String code = IntakeClient.aFullConsultation().getString("confirmationCode");
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
                UUID.randomUUID().toString(),
                "key",
                UUID.randomUUID().toString(),
                "text",
                "a question");
    }
}
