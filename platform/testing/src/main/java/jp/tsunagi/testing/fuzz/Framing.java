package jp.tsunagi.testing.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.tsunagi.testing.fuzz.Fault.Expected;

/** What no HTTP client sends: heads and bodies that are framed in another way than RFC 9112 has it, or just within it. */
final class Framing {

    private static final String END = "\r\n";

    private Framing() {}

    static void faults(List<Fault> faults) {
        // Within the RFC, if only just.
        chunked(faults, "in chunks", Expected.ANY, body -> chunks(body) + "0\r\n\r\n");
        chunked(
                faults,
                "with an extension",
                Expected.ANY,
                body -> chunks(body).replaceFirst("\r\n", ";a=b\r\n") + "0\r\n\r\n");
        chunked(faults, "with a trailer", Expected.ANY, body -> chunks(body) + "0\r\nX-Trailer: {c}\r\n\r\n");
        chunked(
                faults,
                "with 30 trailers",
                Expected.ANY,
                body -> chunks(body) + "0\r\n" + "X-T: {c}\r\n".repeat(30) + END);
        chunked(
                faults,
                "with a trailer of meaning",
                Expected.ANY,
                body -> chunks(body) + "0\r\nAuthorization: Bearer {c}\r\nContent-Length: 1\r\n\r\n");
        head(faults, "HTTP/1.0", Expected.ANY, head -> head.replaceFirst("HTTP/1.1", "HTTP/1.0"));
        head(faults, "200 headers", Expected.ANY, head -> head + "X-Many: {c}\r\n".repeat(200));
        head(faults, "a long header", Expected.ANY, head -> head + "X-Long: {c}" + "a".repeat(9000) + END);
        head(faults, "absolute address", Expected.ANY, head -> head.replaceFirst(" /", " http://127.0.0.1/"));
        head(faults, "no host", Expected.ANY, head -> head.replaceFirst("Host: .*\r\n", ""));
        head(faults, "two hosts", Expected.ANY, head -> head + "Host: {c}\r\n");
        head(faults, "an empty line first", Expected.ANY, head -> END + head);

        // Outside of it.
        chunked(faults, "with a broken trailer", Expected.CLOSED, body -> chunks(body) + "0\r\n{c}\0\r\n\r\n");
        chunked(faults, "of a broken size", Expected.CLOSED, body -> "zz{c}\r\n" + body + END);
        chunked(faults, "of a negative size", Expected.CLOSED, body -> "-5\r\n" + body + END);
        chunked(faults, "of a huge size", Expected.CLOSED, body -> "ffffffffffffffffff\r\n" + body + END);
        length(faults, "negative", "-1");
        length(faults, "a word", "{c}");
        length(faults, "huge", "99999999999999999999");
        length(faults, "with a sign", "+1");
        length(faults, "hexadecimal", "0x1");
        head(faults, "two lengths", Expected.CLOSED, head -> head + "Content-Length: 3\r\nContent-Length: 4\r\n");
        encoding(faults, "gzip, chunked, {c}");
        encoding(faults, "{c}");
        encoding(faults, "identity");
        encoding(faults, "chunked, identity");
        encoding(faults, "xchunked");
        head(
                faults,
                "a length and chunks",
                Expected.CLOSED,
                head -> withoutLength(head) + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
        head(faults, "NUL in a header", Expected.CLOSED, head -> head + "X-Nul: {c}\0{c}\r\n");
        head(faults, "NUL in a name", Expected.CLOSED, head -> head + "X-N\0ul: {c}\r\n");
        head(faults, "NUL in the address", Expected.CLOSED, head -> head.replaceFirst(" HTTP", "\0{c} HTTP"));
        head(faults, "no colon", Expected.CLOSED, head -> head + "{c}\r\n");
        head(faults, "a space before the colon", Expected.CLOSED, head -> head + "X-Space : {c}\r\n");
        head(faults, "no name", Expected.CLOSED, head -> head + ": {c}\r\n");
        head(faults, "HTTP/9.9", Expected.ANY, head -> head.replaceFirst("HTTP/1.1", "HTTP/9.9"));
        head(faults, "no version", Expected.CLOSED, head -> head.replaceFirst(" HTTP/1.1", ""));
        head(faults, "no HTTP", Expected.CLOSED, head -> "{c}\r\n" + head);
        head(faults, "TLS", Expected.CLOSED, head -> "\u0016\3\1\2\0\1\0\1\u00fc\3\3{c}" + END + head);
        head(
                faults,
                "a long address",
                Expected.CLOSED,
                head -> head.replaceFirst(" HTTP", "?{c}=" + "a".repeat(9000) + " HTTP"));
        head(
                faults,
                "a long head",
                Expected.CLOSED,
                head -> head + ("X-Long: {c}" + "a".repeat(8000) + END).repeat(20));
    }

    private static void head(List<Fault> faults, String value, Expected expected, UnaryOperator<String> change) {
        faults.add(new Fault(
                "head",
                value,
                expected,
                (draft, canary) ->
                        draft.framed(head -> change.apply(head).replace("{c}", canary) + END, body -> body)));
    }

    private static void length(List<Fault> faults, String value, String length) {
        head(
                faults,
                "length, " + value,
                Expected.CLOSED,
                head -> withoutLength(head) + "Content-Length: " + length + END);
    }

    private static void encoding(List<Fault> faults, String encoding) {
        head(
                faults,
                "transfer encoding " + encoding,
                Expected.CLOSED,
                head -> withoutLength(head) + "Transfer-Encoding: " + encoding + END);
    }

    private static void chunked(List<Fault> faults, String value, Expected expected, UnaryOperator<String> body) {
        faults.add(new Fault(
                "chunks",
                value,
                expected,
                (draft, canary) -> draft.framed(
                        head -> withoutLength(head) + "Transfer-Encoding: chunked\r\n\r\n",
                        good -> body.apply(good.isEmpty() ? "{}" : good).replace("{c}", canary))));
    }

    private static String chunks(String body) {
        int half = body.length() / 2;
        return chunk(body.substring(0, half)) + chunk(body.substring(half));
    }

    private static String chunk(String body) {
        return body.isEmpty() ? "" : Integer.toHexString(body.length()) + END + body + END;
    }

    private static String withoutLength(String head) {
        return head.replaceAll("Content-Length: [^\r]*\r\n", "");
    }
}
