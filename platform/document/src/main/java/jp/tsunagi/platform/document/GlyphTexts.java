package jp.tsunagi.platform.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Writes what was typed beside each glyph of the fonts of a PDF (ToUnicode, ISO 32000-1 9.10.3). */
final class GlyphTexts {

    /** As many as one section of the table may have. */
    private static final int LINES = 100;

    private GlyphTexts() {}

    static void write(PDDocument pdf, DrawnText text) throws IOException {
        // Pages share their fonts.
        Set<COSStream> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                COSDictionary font = page.getResources().getFont(name).getCOSObject();
                tables.add(font.getCOSStream(COSName.TO_UNICODE));
            }
        }
        for (COSStream table : tables) {
            rewrite(table, text);
        }
    }

    private static void rewrite(COSStream table, DrawnText text) throws IOException {
        CMap drawn;
        try (InputStream in = table.createInputStream()) {
            drawn = new CMapParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
        List<String> lines = new ArrayList<>();
        for (int glyph = 0; glyph <= 0xFFFF; glyph++) {
            String code = drawn.toUnicode(glyph, 2);
            if (code != null) {
                byte[] typed = text.typed(code.codePointAt(0)).getBytes(StandardCharsets.UTF_16BE);
                lines.add("<%04X> <%s>\n"
                        .formatted(glyph, HexFormat.of().withUpperCase().formatHex(typed)));
            }
        }
        try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(cmap(lines).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String cmap(List<String> lines) {
        StringBuilder cmap = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < lines.size(); from += LINES) {
            List<String> section = lines.subList(from, Math.min(from + LINES, lines.size()));
            cmap.append(section.size()).append(" beginbfchar\n");
            section.forEach(cmap::append);
            cmap.append("endbfchar\n");
        }
        return cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
