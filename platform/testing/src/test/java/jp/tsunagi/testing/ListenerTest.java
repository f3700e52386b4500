package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits of a service's own listener, smaller and shorter than in production. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F3", "R13.9"})
class ListenerTest {

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "tsunagi.listener.connections")
    int most;

    @ConfigProperty(name = "tsunagi.listener.bodies")
    int mostBodies;

    private HangingConnections hanging;

    @BeforeEach
    void theListenerHasSeenARequest() {
        hanging = new HangingConnections(service.getPort(), HangingConnections.form("/test/form"));
        given().get("/test/empty");
    }

    @AfterEach
    void close() throws IOException {
        hanging.close();
    }

    @Test
    void whoIsSilentForTheLongestTimeMakesRoom() throws IOException {
        SocketChannel first = hanging.open("", "127.0.0.1");
        hasBeenSeen(first);
        openSilent(most);
        SocketChannel last = hanging.open("", "127.0.0.1");

        await().atMost(Duration.ofSeconds(20)).until(() -> HangingConnections.hasEnded(first));
        assertFalse(HangingConnections.hasEnded(last));
        assertTrue(hanging.stillOpen() <= most, () -> hanging.stillOpen() + " are open");
        given().get("/test/empty").then().statusCode(200);
    }

    @Test
    void whoseRequestIsBeingAnsweredDoesNotMakeRoom() throws IOException {
        SocketChannel atWork = hanging.open("GET /test/never HTTP/1.1\r\nHost: x\r\n\r\n", "127.0.0.1");
        given().get("/test/empty");

        openSilent(most + 20);

        given().get("/test/empty");
        assertFalse(HangingConnections.hasEnded(atWork));
    }

    @Test
    void ofTheBodiesThatDoNotEndTheLongestMakeRoom() throws IOException {
        SocketChannel first = openBody();
        hasBeenSeen(first);
        for (int i = 1; i < mostBodies; i++) {
            openBody();
        }
        // Who sends no body takes nobody's place.
        given().get("/test/empty").then().statusCode(200);
        assertFalse(HangingConnections.hasEnded(first));

        SocketChannel last = openBody();

        await().atMost(Duration.ofSeconds(20)).until(() -> HangingConnections.hasEnded(first));
        assertFalse(HangingConnections.hasEnded(last));
    }

    /** Two threads take the connections: the others come when this one has surely been taken. */
    private static void hasBeenSeen(SocketChannel first) {
        await().during(Duration.ofMillis(500)).until(() -> !HangingConnections.hasEnded(first));
    }

    private SocketChannel openBody() throws IOException {
        return hanging.open(HangingConnections.form("/test/form") + "Content-Length: 1000\r\n\r\na", "127.0.0.1");
    }

    private void openSilent(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            hanging.open("", "127.0.0.1");
        }
    }

    @Test
    void anAnswerThatDoesNotComeDoesNotHoldItsConnection() throws IOException {
        SocketChannel waiting = hanging.open("GET /test/never HTTP/1.1\r\nHost: x\r\n\r\n", "127.0.0.1");

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> !HangingConnections.hasEnded(waiting));
        await().atMost(Duration.ofSeconds(6)).until(() -> HangingConnections.hasEnded(waiting));
    }

    @Test
    void whoDoesNotReadItsAnswerLosesTheConnection() throws IOException {
        SocketChannel slow = hanging.open("GET /test/large HTTP/1.1\r\nHost: x\r\n\r\n", "127.0.0.1");
        ByteBuffer piece = ByteBuffer.allocate(10_000);
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        long read = 0;

        // One piece now and then, far too slowly for the whole.
        while (System.nanoTime() < end) {
            piece.clear();
            read += Math.max(0, slow.read(piece));
            sleep();
        }
        long rest = readAll(slow);

        assertTrue(read > 0);
        assertTrue(read + rest < 50_000_000, "the whole answer arrived");
        given().get("/test/empty").then().statusCode(200);
    }

    @Test
    void aPieceNowAndThenDoesNotRenewTheDeadlineOfABody() throws IOException {
        SocketChannel slow =
                hanging.open(HangingConnections.form("/test/form") + "Content-Length: 1000\r\n\r\na", "127.0.0.1");

        await().atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    HangingConnections.oneMoreByte(slow);
                    return HangingConnections.hasEnded(slow);
                });
    }

    @Test
    void theNextRequestOfAConnectionHasTimeOfItsOwn() throws Exception {
        SocketChannel kept = hanging.open("GET /test/empty HTTP/1.1\r\nHost: x\r\n\r\n", "127.0.0.1");
        Thread.sleep(6_000);
        assertFalse(HangingConnections.hasEnded(kept));
        assertEquals(200, given().get("/test/empty").statusCode());
    }

    private static long readAll(SocketChannel socket) {
        ByteBuffer piece = ByteBuffer.allocate(1_000_000);
        long all = 0;
        try {
            socket.configureBlocking(true);
            for (int n = socket.read(piece); n >= 0; n = socket.read(piece)) {
                all += n;
                piece.clear();
            }
        } catch (IOException reset) {
            // Closed while it still had something to say.
        }
        return all;
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
