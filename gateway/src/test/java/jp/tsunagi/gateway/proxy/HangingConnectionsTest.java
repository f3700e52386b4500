package jp.tsunagi.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.gateway.Browser;
import jp.tsunagi.gateway.GatewayTestResource;
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

    @TestHTTPResource
    URI site;

    private final List<SocketChannel> hanging = new ArrayList<>();
    private Browser neighbour;

    @BeforeEach
    void theListenerHasSeenARequest() {
        neighbour = new Browser(site, "127.0.0.40");
        neighbour.get("/a11y");
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel socket : hanging) {
            socket.close();
        }
    }

    @Test
    void everyPageStaysOpenWhileTwoThousandConnectionsHang() throws Exception {
        for (int i = 0; i < MANY; i++) {
            // As many bodies first as the rate limit lets pass: they are what held the service.
            int kind = i < 100 ? 2 : i % 4;
            hang(
                    switch (kind) {
                        case 0 -> "";
                        case 1 -> "GET /consult HTTP/1.1\r\nHost: ";
                        case 2 -> HEADER + "Content-Length: 1000\r\n\r\na";
                        default -> HEADER + "Transfer-Encoding: chunked\r\n\r\n5\r\nab";
                    });
            if (kind == 3) {
                hanging.getLast().shutdownOutput();
            }
        }

        Browser beside = new Browser(site);
        for (int round = 0; round < 4; round++) {
            hanging.forEach(HangingConnectionsTest::oneMoreByte);
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
            hang(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.42");
            hang(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.43");
            hang(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.46");
        }
        Thread.sleep(300);

        assertEquals(200, neighbour.post("/consult", "text=help").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /consult HTTP/1.1\r\nHost: ", HEADER + "Content-Length: 1000\r\n\r\na"})
    void oneByteNowAndThenDoesNotRenewADeadline(String begun) throws Exception {
        hang(begun, "127.0.0.44");
        SocketChannel socket = hanging.getLast();

        Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(9))
                .until(() -> {
                    if (!begun.isEmpty()) {
                        oneMoreByte(socket);
                    }
                    return hasEnded(socket);
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
            hang(HEADER + "Content-Length: 1000\r\n\r\na", "127.0.0.45");
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

    @Test
    void anUpgradeDoesNotPassByTheLimits() throws IOException {
        hang("GET /consult HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        ByteBuffer answer = ByteBuffer.allocate(10_000);

        Awaitility.await()
                .atMost(Duration.ofSeconds(8))
                .until(() -> hanging.getLast().read(answer) < 0 || answer.position() > 12);

        String told = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        assertTrue(told.startsWith("HTTP/1.1 200 "), told);
    }

    private void hang(String begun) throws IOException {
        hang(begun, "127.0.0.1");
    }

    private void hang(String begun, String from) throws IOException {
        SocketChannel socket = SocketChannel.open();
        hanging.add(socket);
        socket.bind(new java.net.InetSocketAddress(from, 0));
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", site.getPort()));
        socket.write(ByteBuffer.wrap(begun.getBytes(StandardCharsets.ISO_8859_1)));
        socket.configureBlocking(false);
    }

    private static void oneMoreByte(SocketChannel socket) {
        try {
            socket.write(ByteBuffer.wrap(new byte[] {'a'}));
        } catch (IOException closed) {
            // The gateway has closed it, or it was closed for writing by the test.
        }
    }

    private static boolean hasEnded(SocketChannel socket) {
        try {
            return socket.read(ByteBuffer.allocate(1000)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
