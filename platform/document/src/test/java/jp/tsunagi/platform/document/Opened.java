package jp.tsunagi.platform.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as its reader meets it: its text, and the glyphs above the foot of the pages. */
record Opened(PDDocument pdf, String text, List<TextPosition> glyphs) implements AutoCloseable {

    /** The number of the page stands in the lowest 22 mm. */
    private static final float FOOT = 22 / 25.4f * 72;

    static Opened letter(String body) throws IOException {
        return of(PdfDocument.render(Letters.of(body)));
    }

    static Opened of(byte[] bytes) throws IOException {
        PDDocument pdf = Loader.loadPDF(bytes);
        List<TextPosition> glyphs = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition glyph) {
                if (glyph.getYDirAdj() < pdf.getPage(0).getMediaBox().getHeight() - FOOT) {
                    glyphs.add(glyph);
                }
                super.processTextPosition(glyph);
            }
        };
        stripper.setSortByPosition(true);
        return new Opened(pdf, stripper.getText(pdf), glyphs);
    }

    /** The text without what the layout added: ends of lines, and the number of the page at its foot. */
    String textInOneLine() {
        return text.replaceAll("\n[0-9]+ / [0-9]+(?=\n)", "").replace("\n", "");
    }

    /** One line for each tag, indented by its depth; a header cell says of what. */
    List<String> tags() {
        List<String> tags = new ArrayList<>();
        addTags(pdf.getDocumentCatalog().getStructureTreeRoot(), 0, tags);
        return tags;
    }

    /** The text in the order in which a screen reader says it. */
    String spoken() throws IOException {
        Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> ofPage = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                StringBuilder text = new StringBuilder();
                content.getContents().forEach(glyph -> text.append(((TextPosition) glyph).getUnicode()));
                ofPage.put(content.getMCID(), text.toString());
            }
            texts.put(page.getCOSObject(), ofPage);
        }
        StringBuilder spoken = new StringBuilder();
        addSpoken(pdf.getDocumentCatalog().getStructureTreeRoot(), pdf.getPage(0), texts, spoken);
        return spoken.toString();
    }

    private static void addSpoken(
            PDStructureNode node, PDPage page, Map<COSDictionary, Map<Integer, String>> texts, StringBuilder spoken) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> addSpoken(element, element.getPage(), texts, spoken);
                case Integer id -> spoken.append(texts.get(page.getCOSObject()).get(id));
                case PDMarkedContentReference elsewhere ->
                    spoken.append(texts.get(elsewhere.getPage().getCOSObject()).get(elsewhere.getMCID()));
                default -> throw new IllegalStateException(kid.toString());
            }
        }
    }

    private static void addTags(PDStructureNode node, int depth, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                COSDictionary attributes = element.getCOSObject().getCOSDictionary(COSName.A);
                String scope = attributes == null ? null : attributes.getNameAsString("Scope");
                tags.add(" ".repeat(depth) + element.getStructureType() + (scope == null ? "" : " " + scope));
                addTags(element, depth + 1, tags);
            }
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
