package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that begin something and do not end it, over real sockets. */
public final class HangingConnections implements AutoCloseable {

    private final int port;
    private final List<String> heads;
    private final List<SocketChannel> sockets = new ArrayList<>();

    /** @param heads with which requests with a body may begin */
    public HangingConnections(int port, String... heads) {
        this.port = port;
        this.heads = List.of(heads);
    }

    /** What a form that is sent begins with. */
    public static String form(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    }

    public static String json(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    }

    /** A service's own listener answers what is asked normally while 2,000 connections hang on it and go on hanging. */
    public static void assertOthersAreServed(int port, Runnable askNormally, String... heads)
            throws IOException, InterruptedException {
        askNormally.run();
        try (var hanging = new HangingConnections(port, heads)) {
            hanging.openMany(2_000, 1_000);

            askNormally.run();
            // Silent ones and unfinished headers; of the bodies only the last hundred.
            assertTrue(hanging.stillOpen() > 400, "they did not hang meanwhile");
            for (int round = 0; round < 4; round++) {
                hanging.oneMoreByte();
                askNormally.run();
                Thread.sleep(500);
            }
        }
    }

    /**
     * Silent ones, some in the midst of a header or of a body, and some that are half closed.
     *
     * @param bodies how many come first and wait in the midst of their body
     */
    public void openMany(int many, int bodies) throws IOException {
        for (int i = 0; i < many; i++) {
            int kind = i < bodies ? i % 2 : i % 5;
            String head = heads.get(i / 5 % heads.size());
            SocketChannel socket = open(
                    switch (kind) {
                        case 0 -> head + "Content-Length: 1000\r\n\r\na";
                        // More than a server keeps in memory before it gives the request to a thread.
                        case 1 -> head + "Content-Length: 100000\r\n\r\n" + "1".repeat(12_000);
                        case 2 -> head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab";
                        case 3 -> "GET / HTTP/1.1\r\nHost: ";
                        default -> "";
                    },
                    "127.0.0.1");
            if (kind == 2) {
                socket.shutdownOutput();
            }
        }
    }

    public SocketChannel open(String begun, String from) throws IOException {
        SocketChannel socket = SocketChannel.open();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.write(ByteBuffer.wrap(begun.getBytes(StandardCharsets.ISO_8859_1)));
        socket.configureBlocking(false);
        return socket;
    }

    /** From each of them, as somebody sends who wants to renew a deadline of silence. */
    public void oneMoreByte() {
        sockets.forEach(HangingConnections::oneMoreByte);
    }

    public static void oneMoreByte(SocketChannel socket) {
        try {
            socket.write(ByteBuffer.wrap(new byte[] {'a'}));
        } catch (IOException closed) {
            // The other side has closed it, or the test has closed it for writing.
        }
    }

    /** Whether the other side has closed it; what came before is read away. */
    public static boolean hasEnded(SocketChannel socket) {
        ByteBuffer read = ByteBuffer.allocate(10_000);
        try {
            int bytes = socket.read(read);
            while (bytes > 0) {
                read.clear();
                bytes = socket.read(read);
            }
            return bytes < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    /** How many are still open at the other side. */
    public long stillOpen() {
        return sockets.stream().filter(socket -> !hasEnded(socket)).count();
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }
}
