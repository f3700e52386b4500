package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
import jp.tsunagi.testing.HangingConnections;
import jp.tsunagi.testing.Requirement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody closes the door for others, nor for the people behind their own address: with real sockets. */
@QuarkusTest
@WithTestResource(GatewayTestResource.class)
@Requirement("F3")
class HangingConnectionsTest {

    private static final int MANY = 2_000;
    private static final String HEADER =
            "POST /consult HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final int BODY = 200 * 1024;

    @TestHTTPResource
    URI site;

    private HangingConnections hanging;
    private Browser neighbour;

    @BeforeEach
    void theListenerHasSeenARequest() {
        hanging = new HangingConnections(site.getPort(), HEADER);
        neighbour = new Browser(site, "127.0.0.40");
        neighbour.get("/a11y");
    }

    @AfterEach
    void close() throws IOException {
        hanging.close();
    }

    @Test
    void everyPageStaysOpenWhileTwoThousandConnectionsHang() throws Exception {
        // As many bodies first as the rate limit lets pass: they are what held the service.
        hanging.openMany(MANY, 100);

        Browser beside = new Browser(site);
        for (int round = 0; round < 4; round++) {
            hanging.oneMoreByte();
            for (Browser visitor : List.of(neighbour, new Browser(site, "127.0.0.41"))) {
                assertEquals(200, visitor.post("/consult", "text=help").statusCode());
                assertEquals(200, visitor.get("/consult").statusCode());
                assertEquals(200, visitor.get("/box").statusCode());
                assertEquals(200, visitor.get("/").statusCode());
            }
            for (String page : List.of("/consult", "/box", "/")) {
                assertEquals(200, beside.get(page).statusCode(), "for the people behind the same address");
            }
            Thread.sleep(500);
        }
    }

    /** Old behaviour: each held one of the 64 connections to the service. */
    @Test
    void anUnfinishedBodyHoldsNothingOfItsService() throws Exception {
        for (int i = 0; i < 30; i++) {
            hanging.open(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.42");
            hanging.open(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.43");
            hanging.open(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.46");
        }
        Thread.sleep(300);

        assertEquals(200, neighbour.post("/consult", "text=help").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /consult HTTP/1.1\r\nHost: ", HEADER + "Content-Length: 1000\r\n\r\na"})
    void oneByteNowAndThenDoesNotRenewADeadline(String begun) throws Exception {
        SocketChannel socket = hanging.open(begun, "127.0.0.44");

        Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(9))
                .until(() -> {
                    if (!begun.isEmpty()) {
                        HangingConnections.oneMoreByte(socket);
                    }
                    return HangingConnections.hasEnded(socket);
                });
    }

    @Test
    void aSlowBodyIsAnsweredBeforeTheConnectionIsClosed() {
        String answer = neighbour.raw(HEADER + "Content-Length: 1000\r\n\r\na");
        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
        assertTrue(answer.contains("request-refused"), answer);
    }

    @Test
    void aPauseBetweenRequestsIsNoOffence() throws Exception {
        neighbour.get("/consult");
        Thread.sleep(5_000);
        assertEquals(200, neighbour.post("/consult", "text=later").statusCode());
    }

    @Test
    void oneSourceHasOnlySoManyUnfinishedRequests() throws Exception {
        for (int i = 0; i < 30; i++) {
            hanging.open(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.45");
        }
        Browser same = new Browser(site, "127.0.0.45");

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> same.post("/v1/desks", "{}").statusCode() == 429);
        assertEquals(
                "5",
                same.post("/v1/desks", "{}").headers().firstValue("Retry-After").orElse(""));

        assertEquals(200, same.get("/consult").statusCode(), "reading goes on");

        close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> same.post("/v1/desks", "{}").statusCode() == 200);
    }

    /** In these tests all bodies together may be 2 MB; each of these is nearly read, from a source of its own. */
    @Test
    @Requirement("R13.9")
    void bodiesThatAreBeingReadHaveABudgetTogether() throws Exception {
        String begun = HEADER + "Content-Length: " + (BODY + 1) + "\r\n\r\n" + "a".repeat(BODY);
        for (int i = 0; i < 10; i++) {
            hanging.open(begun, "127.0.0." + (70 + i));
        }

        // A refused body ends its connection, which the client may see before the answer.
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .ignoreException(UncheckedIOException.class)
                .until(() -> neighbour.post("/consult", "a".repeat(BODY)).statusCode() == 503);
        assertEquals(200, neighbour.get("/consult").statusCode(), "reading goes on");

        // Who was refused for it keeps nothing, and what the others hold comes back when they are closed.
        Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(8))
                .ignoreException(UncheckedIOException.class)
                .until(() -> neighbour.post("/consult", "a".repeat(BODY)).statusCode() == 200);
        for (int i = 0; i < 20; i++) {
            assertEquals(200, neighbour.post("/consult", "a".repeat(BODY)).statusCode());
        }
    }

    @Test
    void anUpgradeDoesNotPassByTheLimits() throws IOException {
        SocketChannel socket = hanging.open(
                "GET /consult HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                "127.0.0.1");
        ByteBuffer answer = ByteBuffer.allocate(10_000);

        Awaitility.await().atMost(Duration.ofSeconds(8)).until(() -> socket.read(answer) < 0 || answer.position() > 12);

        String told = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        assertTrue(told.startsWith("HTTP/1.1 200 "), told);
    }
}
