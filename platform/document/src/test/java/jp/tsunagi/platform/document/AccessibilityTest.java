package jp.tsunagi.platform.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** A document as a screen reader and the validator of the PDF Association's veraPDF see it. */
class AccessibilityTest {

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void aLetterIsPdfUa() throws Exception {
        assertEquals("", violations(PdfDocument.render(Letters.aRemovalRequest())));
    }

    @Test
    void minutesOfManyPagesWithEverySortOfSignArePdfUa() throws Exception {
        String sentence = "葛\uDB40\uDD00飾区の髙橋と𠮷野、👨‍👩‍👧 🇯🇵 ｶﾞ か\u3099 \u00AD\u200B\uFEFF\uE000สวัสดี。";
        String row = "<tr><td>" + sentence + "</td><td colspan=\"2\">" + sentence + "</td></tr>";
        String table = "<table><thead><tr><th scope=\"col\">一</th><th>二</th><th>三</th></tr></thead><tbody>"
                + row.repeat(40) + "</tbody></table>";

        byte[] minutes = PdfDocument.render(
                Letters.of("<h1>議事録</h1><section lang=\"en\"><h2>Summary</h2><h3>a</h3></section><h2>b</h2>"
                        + ("<p>" + sentence.repeat(30) + "</p>").repeat(10) + table));

        assertEquals("", violations(minutes));
    }

    @Test
    void theValidatorFindsWhatIsWrong() throws Exception {
        ByteArrayOutputStream untitled = new ByteArrayOutputStream();
        try (Opened letter = Opened.of(PdfDocument.render(Letters.aRemovalRequest()))) {
            letter.pdf().getDocumentCatalog().getViewerPreferences().setDisplayDocTitle(false);
            letter.pdf().save(untitled);
        }

        assertTrue(violations(untitled.toByteArray()).contains("7.1"));
    }

    @Test
    void theDocumentSaysThatItIsTaggedItsLanguageAndItsTitle() throws IOException {
        try (Opened letter = Opened.of(PdfDocument.render(Letters.aRemovalRequest()))) {
            PDDocumentCatalog catalog = letter.pdf().getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals("ja", catalog.getLanguage());
            assertTrue(catalog.getViewerPreferences().displayDocTitle());
            assertEquals(Letters.TITLE, letter.pdf().getDocumentInformation().getTitle());
        }
    }

    @Test
    void theTagsFollowTheXhtml() throws IOException {
        try (Opened letter = Opened.of(PdfDocument.render(Letters.aRemovalRequest()))) {
            assertEquals("""
                    Document
                     Div
                      P
                      P
                      H1
                      P
                      H2
                      Table
                       TBody
                        TR
                         TH Row
                         TD
                        TR
                         TH Row
                         TD
                        TR
                         TH Row
                         TD
                      H2
                      Table
                       THead
                        TR
                         TH Column
                         TH Column
                       TBody
                        TR
                         TD
                         TD
                      P
                       Span
                        Span
                        Span
                        Span
                      L
                       LI
                        Lbl
                        LBody
                       LI
                        Lbl
                        LBody
                      L
                       LI
                        Lbl
                        LBody
                       LI
                        Lbl
                        LBody
                      BlockQuote
                       P
                      P
                       Span
                        Span
                         Span
                       Span""".lines().toList(), letter.tags());
        }
    }

    @Test
    void aScreenReaderSaysWhatWasTypedInItsOrder() throws IOException {
        String body = "<p>一<strong>二</strong>三</p><p>四<br/>五</p><table><tr><th>六</th><td>七</td></tr></table>"
                + "<ol><li>八<em>九</em>十</li></ol>" + "<p>葛\uDB40\uDD00と👨‍👩‍👧</p>".repeat(60);

        try (Opened letter = Opened.letter(body)) {
            assertEquals("一二三四五六七1.  八九十" + "葛\uDB40\uDD00と👨‍👩‍👧".repeat(60), letter.spoken());
        }
    }

    @Test
    void everyFontIsEmbeddedAndCutDown() throws IOException {
        byte[] bytes = PdfDocument.render(Letters.aRemovalRequest());
        try (Opened letter = Opened.of(bytes)) {
            for (PDPage page : letter.pdf().getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded());
                    assertTrue(font.getName().matches("[A-Z]{6}\\+TsunagiLetter"), font.getName());
                }
            }
            assertTrue(bytes.length < 100_000, () -> bytes.length + " bytes");
        }
    }

    @Test
    void nothingActsAndNothingIsAttached() throws IOException {
        try (Opened letter = Opened.letter("<p>https://example.com/ javascript:alert(1)</p>")) {
            PDDocumentCatalog catalog = letter.pdf().getDocumentCatalog();
            assertNull(catalog.getOpenAction());
            assertNull(catalog.getNames());
            assertNull(catalog.getAcroForm());
            assertTrue(letter.pdf().getPage(0).getAnnotations().isEmpty());
            ByteArrayOutputStream readable = new ByteArrayOutputStream();
            letter.pdf().save(readable, CompressParameters.NO_COMPRESSION);
            String file = readable.toString(StandardCharsets.ISO_8859_1);
            assertTrue(file.contains("/StructTreeRoot"));
            for (String forbidden : List.of("/JavaScript", "/JS ", "/Launch", "/URI", "/EmbeddedFile", "/AA ")) {
                assertFalse(file.contains(forbidden), forbidden);
            }
        }
    }

    private static String violations(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            StringBuilder violations = new StringBuilder();
            result.getTestAssertions()
                    .forEach(failed -> violations
                            .append(failed.getRuleId().getClause())
                            .append('-')
                            .append(failed.getRuleId().getTestNumber())
                            .append(' ')
                            .append(failed.getMessage())
                            .append('\n'));
            return result.isCompliant() ? "" : violations.toString();
        }
    }
}
