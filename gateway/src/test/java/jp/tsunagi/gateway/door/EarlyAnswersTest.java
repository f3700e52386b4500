package jp.tsunagi.gateway.door;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import jp.tsunagi.gateway.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A Vert.x server without Quarkus: in a Quarkus test, Netty's class loader does not see this module, while in the
 * packaged application it does.
 */
class EarlyAnswersTest {

    private static Vertx vertx;
    private static Browser browser;

    @BeforeAll
    static void serve() {
        EarlyAnswers.enable();
        vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setHttp2ClearTextEnabled(false))
                .requestHandler(request -> request.response().end("reached"))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        browser = new Browser(URI.create("http://127.0.0.1:" + server.actualPort()));
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({
        "431, 'GET / HTTP/1.1\r\nHost: x\r\nA: LONG\r\n\r\n'",
        "414, 'GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n'",
        "400, 'nonsense\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n\r\n'",
        "200, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'"
    })
    void whatVertxAnswersByItselfHasTheHeaders(int status, String bytes) {
        String answer = browser.raw(bytes.replace("LONG", "a".repeat(30_000)));

        assertTrue(answer.startsWith("HTTP/1.0 " + status) || answer.startsWith("HTTP/1.1 " + status), answer);
        SecurityHeaders.EVERYWHERE.forEach((name, value) ->
                assertTrue(answer.contains("\r\n" + name + ": " + value + "\r\n"), name + " is missing in " + answer));
    }
}
