package jp.tsunagi.testing.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a request as a string with one character for each byte, because much of what is sent here is no text in any
 * encoding.
 */
final class Octets {

    private Octets() {}

    static String of(String text) {
        return of(text, StandardCharsets.UTF_8);
    }

    static String of(String text, Charset encoding) {
        return new String(text.getBytes(encoding), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As a part of an address or a form: everything but letters, digits and {@code -._~} becomes {@code %XX}. */
    static String percentEncoded(String octets) {
        StringBuilder encoded = new StringBuilder();
        for (char octet : octets.toCharArray()) {
            boolean isPlain = octet < 128 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
            encoded.append(isPlain ? String.valueOf(octet) : "%%%02X".formatted((int) octet));
        }
        return encoded.toString();
    }

    /** As bash's {@code printf} reads it. Long runs are cut: the seed repeats the rest. */
    static String shell(String octets) {
        StringBuilder shown = new StringBuilder();
        for (char octet : octets.substring(0, Math.min(octets.length(), 4000)).toCharArray()) {
            switch (octet) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n");
                case '\\' -> shown.append("\\\\");
                case '%' -> shown.append("%%");
                case '\'' -> shown.append("\\x27");
                default -> shown.append(octet < 32 || octet > 126 ? "\\x%02x".formatted((int) octet) : octet);
            }
        }
        return octets.length() > 4000 ? shown + "… (" + octets.length() + " bytes)" : shown.toString();
    }
}
