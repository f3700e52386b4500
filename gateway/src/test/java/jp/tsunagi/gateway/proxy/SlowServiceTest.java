package jp.tsunagi.gateway.proxy;

import static jp.tsunagi.gateway.GatewayTestResource.ARRIVED;
import static jp.tsunagi.gateway.GatewayTestResource.SLOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.HangingConnections;
import jp.tsunagi.testing.Requirement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that does not answer fills its connections and the queue before them, and those of no other service. */
@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class SlowServiceTest {

    /** Fewer than one source may have open at a time. */
    private static final int OF_ONE_SOURCE = 25;

    @TestHTTPResource
    URI site;

    private HangingConnections waiting;
    private Browser browser;
    private int sources;

    @BeforeEach
    void theServiceIsSlow() {
        System.setProperty(SLOW, "true");
        System.setProperty(ARRIVED, "0");
        waiting = new HangingConnections(site.getPort());
        browser = new Browser(site, "127.0.0.50");
        browser.get("/");
    }

    @AfterEach
    void close() throws IOException {
        System.clearProperty(SLOW);
        waiting.close();
    }

    @Test
    @Requirement({"R13.9", "P16"})
    void whoFindsNoPlaceIsToldSoAtOnceAndTheOtherServiceIsServed() throws IOException {
        List<SocketChannel> served = open(ReverseProxy.CONNECTIONS);
        Awaitility.await().until(() -> Integer.getInteger(ARRIVED) == ReverseProxy.CONNECTIONS);
        long begin = System.nanoTime();
        List<SocketChannel> queued = open(ReverseProxy.WAITING + 1);

        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> queued.removeIf(SlowServiceTest::isAnswered));

        long waited = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertEquals(ReverseProxy.WAITING, queued.size());
        assertTrue(waited < ReverseProxy.CONNECT_MILLIS, () -> "after " + waited + " ms only");
        HttpResponse<String> problem = browser.get("/consult");
        assertEquals(503, problem.statusCode());
        assertTrue(problem.body().contains("\"code\":\"service-unavailable\""), problem.body());
        assertEquals("5", problem.headers().firstValue("Retry-After").orElse(""));
        HttpResponse<String> page = browser.get("/consult", "Accept", "text/html");
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("少し待ってから、もう一度試してください。"), page.body());
        assertEquals(503, browser.post("/consult", "text=help").statusCode());
        assertEquals(200, browser.get("/v1/desks").statusCode(), "another service");
        assertEquals(200, browser.get("/").statusCode(), "the gateway's own page");

        // Nobody waits for ever, and whoever has a connection keeps it.
        for (SocketChannel one : queued) {
            assertEquals("HTTP/1.1 503", status(one));
        }
        assertFalse(served.removeIf(SlowServiceTest::isAnswered));
        System.clearProperty(SLOW);
        for (SocketChannel one : served) {
            assertEquals("HTTP/1.1 200", status(one));
        }
        assertEquals(200, browser.get("/consult").statusCode());
    }

    private List<SocketChannel> open(int many) throws IOException {
        List<SocketChannel> opened = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            opened.add(waiting.open(
                    "GET /consult/slow HTTP/1.1\r\nHost: x\r\n\r\n", "127.0.0." + (100 + sources++ / OF_ONE_SOURCE)));
        }
        return opened;
    }

    private static boolean isAnswered(SocketChannel one) {
        try {
            return one.read(ByteBuffer.allocate(1)) != 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String status(SocketChannel one) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate("HTTP/1.1 200".length());
        one.configureBlocking(true);
        one.read(answer);
        return new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
    }
}
