package jp.tsunagi.testing.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connection to the service, kept as long as the service keeps it. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    /**
     * What came back.
     *
     * @param status 0 when the service closed without a word, -1 when nothing came in time
     * @param isClosed whether the service closed the connection after it
     */
    record Reply(int status, Map<String, String> headers, String body, boolean isClosed) {

        static Reply without(int status) {
            return new Reply(status, Map.of(), "", true);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** Sends the octets and reads one answer. */
    Reply send(String octets, boolean isHead) throws IOException {
        boolean isUsed = socket != null;
        Reply reply = sendOnce(octets, isHead);
        // A server may end an idle connection while a request is on its way to it: RFC 9112, 9.3.1.
        return isUsed && reply.status() == 0 ? sendOnce(octets, isHead) : reply;
    }

    private Reply sendOnce(String octets, boolean isHead) throws IOException {
        Socket open = socket;
        InputStream from = in;
        if (open == null || from == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(PATIENCE);
            open.setTcpNoDelay(true);
            from = new BufferedInputStream(open.getInputStream());
            socket = open;
            in = from;
        }
        try {
            try {
                open.getOutputStream().write(Octets.bytes(octets));
            } catch (SocketException refusedEarly) {
                // The answer to a body that is too large may be there already.
            }
            Reply reply = read(from, isHead);
            boolean saysNothing =
                    reply.header("Content-Length").matches("0?") && reply.body().isEmpty();
            if (reply.status() >= 400 && saysNothing && !reply.isClosed()) {
                reply = new Reply(reply.status(), reply.headers(), reply.body(), isClosedByServer());
            }
            if (reply.isClosed()) {
                close();
            }
            return reply;
        } catch (SocketTimeoutException silent) {
            close();
            return Reply.without(-1);
        } catch (SocketException reset) {
            close();
            return Reply.without(0);
        }
    }

    /** Whether the service ends the connection by itself, within a second. */
    boolean isClosedByServer() throws IOException {
        if (socket == null || in == null) {
            return true;
        }
        socket.setSoTimeout(1000);
        try {
            while (in.read() >= 0) {
                // A second answer belongs to what the service took for a second request.
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }

    private static Reply read(InputStream from, boolean isHead) throws IOException {
        String line = line(from);
        if (line == null) {
            return Reply.without(0);
        }
        int status = Integer.parseInt(line.split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(from); header != null && !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        if (status == 100) {
            return read(from, isHead);
        }
        String body = isHead || status == 204 || status == 304 ? "" : body(from, headers);
        boolean says = headers.getOrDefault("Connection", "").equalsIgnoreCase("close");
        return new Reply(status, headers, body, says || status == 101 || line.startsWith("HTTP/1.0"));
    }

    private static String body(InputStream from, Map<String, String> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return octets(from.readNBytes(Integer.parseInt(headers.get("Content-Length"))));
        }
        if (!headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
            return octets(from.readAllBytes());
        }
        StringBuilder body = new StringBuilder();
        for (String size = line(from); size != null; size = line(from)) {
            int length = Integer.parseInt(size.strip(), 16);
            body.append(octets(from.readNBytes(length)));
            line(from);
            if (length == 0) {
                break;
            }
        }
        return body.toString();
    }

    private static @Nullable String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = from.read(); octet >= 0; octet = from.read()) {
            if (octet == '\n') {
                return octets(line.toByteArray());
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.size() == 0 ? null : octets(line.toByteArray());
    }

    private static String octets(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
