package jp.tsunagi.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** What a program can read out of a PDF: the characters that its fonts say they show (their ToUnicode maps). */
final class PdfText {

    private static final Pattern STREAM = Pattern.compile("stream\r?\n(.*?)endstream", Pattern.DOTALL);
    private static final Pattern RANGE =
            Pattern.compile("^<(\\p{XDigit}+)> <(\\p{XDigit}+)> <(\\p{XDigit}{4})>$", Pattern.MULTILINE);
    private static final Pattern ONE = Pattern.compile("^<\\p{XDigit}+> <(\\p{XDigit}{4})>$", Pattern.MULTILINE);

    private PdfText() {}

    static String readableCharacters(byte[] pdf) throws IOException {
        var found = new StringBuilder();
        var streams = STREAM.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (streams.find()) {
            String content = inflated(streams.group(1).getBytes(StandardCharsets.ISO_8859_1));
            if (content.contains("begincmap")) {
                ONE.matcher(content).results().forEach(one -> found.append((char) hex(one.group(1))));
                RANGE.matcher(content).results().forEach(range -> {
                    for (int i = 0; i <= hex(range.group(2)) - hex(range.group(1)); i++) {
                        found.append((char) (hex(range.group(3)) + i));
                    }
                });
            }
        }
        return found.toString();
    }

    private static String inflated(byte[] stream) throws IOException {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(stream))) {
            return new String(inflater.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (ZipException notDeflated) {
            return "";
        }
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
