package jp.tsunagi.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of every document, which draws a sequence of several code points as one glyph.
 *
 * <p>Neither PDFBox nor openhtmltopdf reads the tables of a font that choose a glyph for a sequence (cmap format 14,
 * GSUB). So build_font.py gave each sequence that has a glyph of its own a code point for private use: the n-th line of
 * sequences.txt is {@link #FIRST_SEQUENCE} + n. In the PDF the text of the glyph is the sequence again.
 */
final class LetterFont {

    static final String FAMILY = "Tsunagi Letter";
    static final String STYLE_SHEET = new String(resource("letter.css"), StandardCharsets.UTF_8);
    static final byte[] BYTES = resource("letter.ttf");

    static final int FIRST_SEQUENCE = 0xF0000;
    /** 〓, which stands for a sign that the font lacks; as often as build_font.py made it, so that each has its text. */
    static final int FIRST_STAND_IN = 0xFFC00;

    static final int STAND_INS = 1024;
    static final int STAND_IN_WITHOUT_TEXT = 0x3013;

    private static final List<String> SEQUENCES = sequences();
    private static final Map<String, Integer> CODE_POINTS = codePoints();
    private static final Map<Integer, Integer> LONGEST_BY_BEGINNING = longestByBeginning();
    private static final BitSet DRAWABLE = drawable();

    private LetterFont() {}

    static boolean draws(int codePoint) {
        return codePoint < FIRST_SEQUENCE && DRAWABLE.get(codePoint);
    }

    /** The longest sequence of the font that begins here; empty if there is none. */
    static String sequenceAt(String text, int start) {
        int longest = LONGEST_BY_BEGINNING.getOrDefault(text.codePointAt(start), 0);
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            String candidate = text.substring(start, end);
            if (CODE_POINTS.containsKey(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    static int codePointOf(String sequence) {
        return CODE_POINTS.getOrDefault(sequence, STAND_IN_WITHOUT_TEXT);
    }

    static boolean isSequence(int codePoint) {
        return codePoint >= FIRST_SEQUENCE && codePoint < FIRST_SEQUENCE + SEQUENCES.size();
    }

    static String sequenceOf(int codePoint) {
        return SEQUENCES.get(codePoint - FIRST_SEQUENCE);
    }

    private static List<String> sequences() {
        List<String> sequences = new ArrayList<>();
        for (String line : new String(resource("sequences.txt"), StandardCharsets.US_ASCII).split("\n")) {
            StringBuilder sequence = new StringBuilder();
            for (String code : line.split(" ")) {
                sequence.appendCodePoint(Integer.parseInt(code, 16));
            }
            sequences.add(sequence.toString());
        }
        return List.copyOf(sequences);
    }

    private static Map<String, Integer> codePoints() {
        Map<String, Integer> codePoints = new HashMap<>();
        for (String sequence : SEQUENCES) {
            codePoints.put(sequence, FIRST_SEQUENCE + codePoints.size());
        }
        return Map.copyOf(codePoints);
    }

    private static Map<Integer, Integer> longestByBeginning() {
        Map<Integer, Integer> longest = new HashMap<>();
        SEQUENCES.forEach(sequence -> longest.merge(sequence.codePointAt(0), sequence.length(), Math::max));
        return Map.copyOf(longest);
    }

    private static BitSet drawable() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(BYTES))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet drawable = new BitSet(FIRST_SEQUENCE);
            for (int codePoint = 0; codePoint < FIRST_SEQUENCE; codePoint++) {
                drawable.set(codePoint, glyphs.getGlyphId(codePoint) != 0);
            }
            return drawable;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream file = LetterFont.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
