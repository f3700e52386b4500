package jp.tsunagi.platform.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "吉と𠮷",
                "高と髙と\u2FBC",
                "崎と﨑",
                "葛\uDB40\uDD00飾区と葛飾区",
                "辻\uDB40\uDD00と辻\uDB40\uDD01と辻",
                "邊\uDB40\uDD08",
                "😀",
                "👨‍👩‍👧と👨と👩",
                "🇯🇵と🇯",
                "☎\uFE0Fと☎\uFE0Eと☎",
                "1\uFE0F\u20E3",
                "👍🏽",
                "🧑🏽‍🤝‍🧑🏿",
                "ｶﾞｷﾞﾊﾟｱ",
                "か゛と\u304B\u3099と\u304C",
                "あ\u3099とカ\u309A",
                "e\u0301とé",
                "①㈱㌔㍿〒〜～−－",
                "鷗外と鴎外、啞と唖",
                "한국어 简体字 Ελληνικά Кириллица Việt",
                "10\u00A0km\u200Bと\u2060と\u00ADと\u200D",
            })
    void whatWasTypedIsTheTextOfTheDocumentAndIsDrawn(String typed) throws IOException {
        try (Opened letter = Opened.letter("<p>" + typed + "</p>")) {
            assertTrue(letter.text().contains(typed), () -> escaped(typed) + " became " + escaped(letter.text()));
            assertTrue(letter.glyphs().stream().noneMatch(PdfDocumentTest::isMissing));
        }
    }

    @Test
    void aVariantIsAnotherShape() throws IOException {
        try (Opened letter = Opened.letter("<p>葛葛\uDB40\uDD00</p>")) {
            assertNotEquals(codeOf(letter, 0), codeOf(letter, 1));
            assertNotEquals(List.of(), inkOf(letter, 1));
            assertNotEquals(inkOf(letter, 0), inkOf(letter, 1));
        }
    }

    @Test
    void aFamilyAFlagAndAKeycapAreOneGlyph() throws IOException {
        try (Opened letter = Opened.letter("<p>👨‍👩‍👧🇯🇵1\uFE0F\u20E3</p>")) {
            assertEquals(
                    List.of("👨‍👩‍👧", "🇯🇵", "1\uFE0F\u20E3"),
                    letter.glyphs().stream()
                            .map(TextPosition::getUnicode)
                            .limit(3)
                            .toList());
            for (int glyph = 0; glyph < 3; glyph++) {
                assertNotEquals(List.of(), inkOf(letter, glyph));
            }
        }
    }

    @Test
    void aSignThatTheFontLacksIsAGetaAndKeepsItsText() throws IOException {
        try (Opened letter = Opened.letter("<p>สวัสดี\uE000〓</p>")) {
            assertTrue(letter.text().contains("สวัสดี\uE000〓"), letter.text());
            assertEquals(inkOf(letter, 0), inkOf(letter, 6));
            assertNotEquals(List.of(), inkOf(letter, 0));
        }
    }

    @Test
    void moreMissingSignsThanTheFontHasPlaceForAreStillDrawn() throws IOException {
        StringBuilder ancient = new StringBuilder();
        // Egyptian hieroglyphs.
        for (int sign = 0; sign < LetterFont.STAND_INS + 10; sign++) {
            ancient.appendCodePoint(0x13000 + sign);
        }

        try (Opened letter = Opened.letter("<p>" + ancient + "</p>")) {
            String text = letter.textInOneLine();
            assertTrue(text.contains(ancient.substring(0, 2 * LetterFont.STAND_INS) + "〓".repeat(10)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>%s</p>", "<table class=\"details\"><tr><th scope=\"row\">URL</th><td>%s</td></tr></table>"})
    void aLongAddressStaysOnThePaper(String place) throws IOException {
        String address =
                "https://example.com/" + "a".repeat(400) + "?q=" + "%E3%81%82".repeat(40) + "#" + "9".repeat(200);

        try (Opened letter = Opened.letter(place.formatted(address))) {
            assertTrue(letter.textInOneLine().contains(address));
            float width = letter.pdf().getPage(0).getMediaBox().getWidth();
            float margin = 22 / 25.4f * 72;
            letter.glyphs().forEach(glyph -> {
                assertTrue(glyph.getXDirAdj() >= margin - 1, glyph::toString);
                assertTrue(glyph.getXDirAdj() + glyph.getWidthDirAdj() <= width - margin + 1, glyph::toString);
            });
        }
    }

    @Test
    void aLongTextRunsOverPagesAndLosesNothing() throws IOException {
        StringBuilder typed = new StringBuilder();
        for (int sentence = 0; typed.length() < 10_000; sentence++) {
            typed.append(sentence).append("番目の文です。「髙橋さん」と﨑山さんは、𠮷野家で会いました。\n");
        }

        try (Opened minutes = Opened.letter("<h1>議事録</h1><p class=\"typed\">" + typed + "</p>")) {
            assertTrue(minutes.pdf().getNumberOfPages() >= 5);
            assertTrue(minutes.textInOneLine().contains(typed.toString().replace("\n", "")));
            float height = minutes.pdf().getPage(0).getMediaBox().getHeight();
            assertTrue(
                    minutes.glyphs().stream().allMatch(glyph -> glyph.getYDirAdj() > 0 && glyph.getYDirAdj() < height));
        }
    }

    @Test
    void noLineBeginsWithAFullStop() throws IOException {
        try (Opened letter = Opened.letter("<p>" + "文字、句点。「括弧」（注）".repeat(60) + "</p>")) {
            letter.text().lines().forEach(line -> assertFalse("、。」）".contains(line.substring(0, 1)), line));
        }
    }

    @Test
    void whatOnlyThePageSaysIsNotInTheDocument() throws IOException {
        try (Opened letter = Opened.of(PdfDocument.render(Letters.aRemovalRequest()))) {
            assertFalse(letter.text().contains("確かめて"));
            assertTrue(letter.text().contains("赤"));
        }
    }

    @Test
    void theSameLetterIsTheSameFileHoweverManyAreMadeAtOnce() throws Exception {
        byte[] expected = PdfDocument.render(Letters.aRemovalRequest());
        Callable<byte[]> rendering = () -> PdfDocument.render(Letters.aRemovalRequest());

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<byte[]>> many = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                many.add(rendering);
            }
            for (Future<byte[]> rendered : threads.invokeAll(many)) {
                assertArrayEquals(expected, rendered.get());
            }
        }
    }

    private static boolean isMissing(TextPosition glyph) {
        return glyph.getCharacterCodes()[0] == 0;
    }

    private static int codeOf(Opened letter, int glyph) {
        return letter.glyphs().get(glyph).getCharacterCodes()[0];
    }

    /** Where the place of a glyph is dark, seen from its corner. */
    private static List<String> inkOf(Opened letter, int glyph) throws IOException {
        float scale = 4;
        BufferedImage page = new PDFRenderer(letter.pdf()).renderImage(0, scale);
        TextPosition place = letter.glyphs().get(glyph);
        int left = Math.round(place.getXDirAdj() * scale);
        int bottom = Math.round(place.getYDirAdj() * scale);
        int size = Math.round(place.getFontSizeInPt() * scale);
        List<String> ink = new ArrayList<>();
        for (int y = -size; y < size / 4; y++) {
            for (int x = 0; x < Math.round(place.getWidthDirAdj() * scale); x++) {
                if ((page.getRGB(left + x, bottom + y) & 0xFF) < 96) {
                    ink.add(x + "," + y);
                }
            }
        }
        return ink;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> escaped.append("%X ".formatted(code)));
        return escaped.toString();
    }
}
