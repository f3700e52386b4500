package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, types and frames that the platform refuses for every service. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class StrictRequestsTest {

    private static final String GOOD = "{\"text\":\"abc\"}";

    @Test
    void aGoodBodyIsTaken() {
        write("application/json", GOOD.getBytes(StandardCharsets.UTF_8)).statusCode(201);
        write("application/json; charset=UTF-8", GOOD.getBytes(StandardCharsets.UTF_8))
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void jsonOfAnotherEncodingIsRefused(String encoding) {
        write("application/json", GOOD.getBytes(Charset.forName(encoding)))
                .statusCode(400)
                .body("code", equalTo("json-unreadable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ef\u00bb\u00bf{\"text\":\"abc\"}",
                "{\"text\":\"\u00c1\u0081\"}",
                "{\"text\":\"\u00ed\u00a0\u0080\"}",
                "{\"text\":\"\u00ff\"}"
            })
    void whatIsNoUtf8IsRefused(String octets) {
        write("application/json", octets.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .body("code", equalTo("json-unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true"})
    void aNumberIsNoText(String literal) {
        write("application/json", ("{\"text\":" + literal + "}").getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].code", equalTo("value-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity", "x"})
    @Requirement("R4.1")
    void aPackedBodyIsRefused(String encoding) {
        given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Encoding", encoding)
                .contentType("application/json")
                .body(GOOD)
                .post("/v1/notes/" + UUID.randomUUID())
                .then()
                .statusCode(415)
                .body("code", equalTo("media-type-unsupported"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "text/xml",
                "image/svg+xml",
                "multipart/form-data; boundary=a",
                "*/*",
                "json",
                "application/problem+json",
                "application/json; charset=shift_jis"
            })
    @Requirement({"R1.10", "R4.1"})
    void anotherTypeIsRefused(String type) {
        write(type, GOOD.getBytes(StandardCharsets.UTF_8))
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("media-type-unsupported"));
    }

    @Test
    @Requirement("R4.1")
    void aBodyWithoutATypeIsRefused() throws IOException {
        String answer = send("Host: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertTrue(answer.startsWith("HTTP/1.1 415"), answer);
        assertTrue(answer.contains("media-type-unsupported"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\r\nTransfer-Encoding: xchunked\r\n",
                "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n",
                "Host: a b\r\n",
                "Host: [\"a\"]\r\n",
                "Host: [:::]\r\n",
                ""
            })
    void whoDoesNotSpeakHttpIsToldAndTheConnectionEnds(String head) throws IOException {
        String answer = send(head + "\r\n");

        assertEquals("HTTP/1.1 400 Bad Request", answer.lines().findFirst().orElse(""));
    }

    /** Who asks for a page without saying which type it wants must not get the name of a class. */
    @Test
    @Requirement("R4.9")
    void aRefusedPageIsAProblemForWhoWishesNothing() throws IOException {
        String answer = sendLine("GET /desk/sample/refused-page", "Host: a\r\nConnection: close\r\n\r\n");

        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("\"requestId\""), answer);
        assertFalse(answer.contains("HttpProblem"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-User", "X-Forwarded-User", "X-Remote-User", "Remote-User", "X-Actor", "X-Roles"})
    @Requirement("R4.2")
    void whoSomebodyIsSaysTheTokenOnly(String header) {
        given().header(header, "counsellor")
                .header("Acting-Agency", "IHAHO")
                .contentType("application/json")
                .body(GOOD)
                .post("/v1/notes/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.staff("ito", "IHAHO", "secretariat"))
                .header(header, "counsellor")
                .contentType("application/json")
                .body(GOOD)
                .post("/v1/notes/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    /** A proxy in an office may say "unknown" of everybody behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown", "10.0.0.1, unknown", "[::1", "_hidden"})
    void whatAForeignProxySaysRefusesNobody(String hops) {
        given().header("X-Forwarded-For", hops)
                .header("X-Forwarded-Proto", "gopher")
                .get("/v1/notes/none")
                .then()
                .statusCode(404);
    }

    @Test
    void aTrailerIsNoBug() throws IOException {
        String answer = send("Host: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n2\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "text/html;q=9", "", "${a}"})
    void aWishThatCannotBeReadIsDisregarded(String accept) {
        given().header("Accept", accept).get("/v1/notes/none").then().statusCode(404);
    }

    private static ValidatableResponse write(String type, byte[] body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .body(body)
                .post("/v1/notes/" + UUID.randomUUID())
                .then();
    }

    /**
     * Two readers of these octets may disagree where the first request ends. So there is one answer, the refusal, and
     * the connection with whatever hides in it is closed.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 4\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: 4, 5\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: 0x4\r\n",
                "Content-Length: -4\r\n",
                "Content-Length: 4 4\r\n",
                "Content-Length : 4\r\n",
                "X: y\rContent-Length: 4\r\n",
                "X\0: y\r\n",
                "X: y\0\r\n"
            })
    @Requirement("R4.6")
    void noRequestHidesAnotherOne(String framing) throws IOException {
        String hidden = "GET /v1/notes/hidden HTTP/1.1\r\nHost: a\r\nX-Request-Id: hidden-request\r\n\r\n";

        String answers = send("Host: a\r\nContent-Type: application/json\r\n" + framing + "\r\n0\r\n\r\n" + hidden);

        assertTrue(answers.startsWith("HTTP/1.1 400"), answers);
        assertEquals(1, answers.split("HTTP/1.1 ", -1).length - 1, answers);
        assertFalse(answers.contains("hidden-request"), answers);
    }

    /** That it is not answered may be luck: the connection is closed meanwhile. */
    @Test
    @Requirement("R4.6")
    void whatHidesBehindARefusedRequestIsNotCarriedOut() throws IOException, InterruptedException {
        String token = Tokens.staff("sato", "IHAHO", "counsellor");
        for (int i = 0; i < 20; i++) {
            String hidden = "POST /v1/notes/hidden-" + i + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                    + "\r\nIdempotency-Key: " + UUID.randomUUID()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"text\":\"a\"}";

            send("Host: a\r\nTransfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n" + hidden);
        }

        // What was begun would be committed by then.
        Thread.sleep(1_000);
        assertEquals(0, TestDatabase.count("select count(*) from note where id like 'hidden-%'"));
    }

    /** Vert.x answers what it cannot parse before any filter of ours. */
    @ParameterizedTest
    @CsvSource({"400, ' X', 0", "414, '', 10000", "431, '', 0"})
    @Requirement({"R3.2", "R3.3"})
    void whatCannotBeParsedIsAnsweredWithTheSecurityHeadersToo(int status, String behindThePath, int ofPath)
            throws IOException {
        given().get("/test/empty");

        String answer = sendLine(
                "GET /" + "a".repeat(ofPath) + behindThePath, "Host: a\r\nX-Long: " + "a".repeat(30_000) + "\r\n\r\n");

        assertTrue(answer.matches("(?s)HTTP/1.[01] " + status + " .*"), answer);
        for (String header : List.of(
                "Content-Security-Policy: default-src 'none';",
                "X-Content-Type-Options: nosniff",
                "Referrer-Policy: no-referrer",
                "Cross-Origin-Opener-Policy: same-origin",
                "Cross-Origin-Resource-Policy: same-origin",
                "Permissions-Policy: camera=()",
                "Cache-Control: no-store")) {
            assertEquals(2, answer.split("\r\n" + Pattern.quote(header), -1).length, () -> header + " in " + answer);
        }
    }

    /** Everything that comes until the service ends the connection; fails when it does not. */
    private static String send(String rest) throws IOException {
        return sendLine("POST /v1/notes/1", rest);
    }

    private static String sendLine(String line, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write((line + " HTTP/1.1\r\n" + rest).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
