package jp.tsunagi.platform.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The text of one document as code points of {@link LetterFont}, and what was typed for each of them. */
final class DrawnText {

    private final Map<Integer, Integer> standIns = new HashMap<>();
    private final List<Integer> stoodFor = new ArrayList<>();

    /** Replaces the text below an element; {@link Xhtml} keeps the depth small. */
    void draw(Node element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                text.setData(drawn(text.getData()));
            } else if (!child.getNodeName().equals("head")) {
                draw(child);
            }
        }
    }

    String drawn(String typed) {
        StringBuilder drawn = new StringBuilder(typed.length());
        for (int at = 0; at < typed.length(); ) {
            String sequence = LetterFont.sequenceAt(typed, at);
            if (sequence.isEmpty()) {
                int codePoint = typed.codePointAt(at);
                at += Character.charCount(codePoint);
                // U+FEFF, the mark before a text, is no text, and PDF/UA-1 7.21.7 forbids it.
                if (codePoint != '\uFEFF') {
                    drawn.appendCodePoint(drawn(codePoint));
                }
            } else {
                at += sequence.length();
                drawn.appendCodePoint(LetterFont.codePointOf(sequence));
            }
        }
        return drawn.toString();
    }

    /** What was typed for a code point of the font. */
    String typed(int codePoint) {
        if (LetterFont.isSequence(codePoint)) {
            return LetterFont.sequenceOf(codePoint);
        }
        int standIn = codePoint - LetterFont.FIRST_STAND_IN;
        boolean isStandIn = standIn >= 0 && standIn < stoodFor.size();
        return Character.toString(isStandIn ? stoodFor.get(standIn) : codePoint);
    }

    private int drawn(int codePoint) {
        if (LetterFont.draws(codePoint) || codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
            return codePoint;
        }
        if (stoodFor.size() == LetterFont.STAND_INS && !standIns.containsKey(codePoint)) {
            return LetterFont.STAND_IN_WITHOUT_TEXT;
        }
        return standIns.computeIfAbsent(codePoint, missing -> {
            stoodFor.add(missing);
            return LetterFont.FIRST_STAND_IN + stoodFor.size() - 1;
        });
    }
}
