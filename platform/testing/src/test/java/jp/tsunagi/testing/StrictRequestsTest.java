package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(
            strings = {"text/plain", "*/*", "json", "application/problem+json", "application/json; charset=shift_jis"})
    void anotherTypeIsRefused(String type) {
        write(type, GOOD.getBytes(StandardCharsets.UTF_8))
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("media-type-unsupported"));
    }

    @Test
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
                "Host: a\r\nX-Forwarded-Proto: gopher\r\n",
                "Host: a b\r\n",
                ""
            })
    void whoDoesNotSpeakHttpIsToldAndTheConnectionEnds(String head) throws IOException {
        String answer = send(head + "\r\n");

        assertEquals("HTTP/1.1 400 Bad Request", answer.lines().findFirst().orElse(""));
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

    /** Everything that comes until the service ends the connection; fails when it does not. */
    private static String send(String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(3000);
            socket.getOutputStream()
                    .write(("POST /v1/notes/1 HTTP/1.1\r\n" + rest).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
