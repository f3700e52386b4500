package jp.tsunagi.platform.document;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;

/**
 * A letter or minutes as a PDF that screen readers can read (PDF/UA-1).
 *
 * <p>Thread-safe. The same XHTML gives the same bytes: the file holds no time and no random number.
 */
public final class PdfDocument {

    static {
        // What it logs quotes the document. Whoever writes a letter has a name, and so have those it is about.
        XRLog.setLoggingEnabled(false);
    }

    private PdfDocument() {}

    /**
     * The PDF of a page of XHTML with a title, set with {@code letter.css} and nothing else.
     *
     * @throws IllegalArgumentException if it is not well-formed or holds what {@link Xhtml} does not list. Templates
     *     are ours and escape what people typed, so this is a mistake of a template.
     */
    public static byte[] render(String xhtml) {
        return render(Xhtml.read(xhtml));
    }

    static byte[] render(Document page) {
        DrawnText text = new DrawnText();
        text.draw(page.getDocumentElement());
        Xhtml.addStyle(page, LetterFont.STYLE_SHEET);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .withProducer("Tsunagi")
                .useFont(() -> new ByteArrayInputStream(LetterFont.BYTES), LetterFont.FAMILY)
                .withW3cDocument(page, "");
        refuseEverythingOutside(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            return saved(pdf, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Xhtml lets no address through. Should it ever, nothing is looked up either. */
    private static void refuseEverythingOutside(PdfRendererBuilder builder) {
        FSStreamFactory closed = address -> {
            throw new IllegalArgumentException("A document holds all that it shows.");
        };
        builder.useUriResolver((base, address) -> null);
        builder.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useProtocolsStreamImplementation(closed, "http", "https", "file", "jar", "data", "ftp");
    }

    private static byte[] saved(PDDocument pdf, DrawnText text) throws IOException {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        pdf.setDocumentId(0L);
        // Fonts get their subset, and with it the table from glyphs to text, only when a document is saved.
        pdf.save(OutputStream.nullOutputStream());
        GlyphTexts.write(pdf, text);
        StructureTree.removeEmpty(pdf);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }
}
