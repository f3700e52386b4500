package jp.tsunagi.platform.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** The tags that a screen reader follows. */
final class StructureTree {

    /** openhtmltopdf gives every table a head and a foot. An empty cell stays, for it keeps its column. */
    private static final Set<String> NOTHING_IF_EMPTY = Set.of("THead", "TBody", "TFoot", "Span");

    private StructureTree() {}

    static void removeEmpty(PDDocument pdf) {
        removeEmpty(pdf.getDocumentCatalog().getStructureTreeRoot());
    }

    private static void removeEmpty(PDStructureNode node) {
        List<PDStructureElement> empty = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                removeEmpty(element);
                if (NOTHING_IF_EMPTY.contains(element.getStructureType())
                        && element.getKids().isEmpty()) {
                    empty.add(element);
                }
            }
        }
        empty.forEach(node::removeKid);
    }
}
