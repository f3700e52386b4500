package jp.tsunagi.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import jp.tsunagi.local.state.Port;

/** Questions that tell a component that serves from one that merely listens. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Probe() {}

    public static boolean answersOk(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static boolean listens(Port port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port.number()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * For components that say so themselves once everything in them is in place.
     *
     * @param words ASCII, within one line; a log may be larger than this program's memory, and not all of it text
     */
    public static boolean said(Path log, String words) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(words));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
