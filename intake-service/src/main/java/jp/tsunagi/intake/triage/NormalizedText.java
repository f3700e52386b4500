package jp.tsunagi.intake.triage;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What somebody typed as a reader takes it: widths and letter cases folded, invisible characters gone, letters that were
 * spread by spaces or marks drawn together, the marks that hide a letter made one. Every character knows where it
 * stood, so that the person's own words can be shown.
 */
final class NormalizedText {

    /** Stands for a letter that the writer hid: ○ ◯ 〇 ● × * and their like, beside Japanese letters. */
    static final char HIDDEN = '○';

    /** Ends a sentence: a full stop, an empty line, a question or exclamation mark. */
    static final char STOP = '。';

    private static final String HIDING = "○◯〇●◎×✕✖✗⚪⚫＊*";
    private static final String ENDING = "。．!?！？…‥";

    /** Marks that a writer puts between letters so that no machine finds a word. */
    private static final String SPREADING = " 　\t・.．,，、*＊/／|｜_-‐–—~〜";

    /** Nobody writes more marks over one letter; the rest of a hostile pile says nothing. */
    private static final int MAX_MARKS = 2;

    /** A letter that is repeated for emphasis says no more than twice the letter. */
    private static final int MAX_REPEATS = 2;

    private final String typed;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private NormalizedText(String typed, String text, int[] starts, int[] ends) {
        this.typed = typed;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static NormalizedText of(String typed) {
        Builder folded = new Builder(typed.length());
        int at = 0;
        while (at < typed.length()) {
            int end = letterEnd(typed, at);
            folded.fold(typed, at, end);
            at = end;
        }
        return folded.drawTogether().build(typed);
    }

    String text() {
        return text;
    }

    /** Where in what was typed a character of {@link #text()} begins. */
    int typedStart(int place) {
        return starts[place];
    }

    /** Where in what was typed the character before a place of {@link #text()} ends. */
    int typedEnd(int place) {
        return ends[place - 1];
    }

    /** What the person typed between two places of {@link #text()}. */
    String typed(int start, int end) {
        return start >= end ? "" : typed.substring(starts[start], ends[end - 1]);
    }

    /** The end of a letter with the marks that stand over or behind it. */
    private static int letterEnd(String typed, int start) {
        int end = start + Character.charCount(typed.codePointAt(start));
        while (end < typed.length() && isMark(typed.codePointAt(end))) {
            end += Character.charCount(typed.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            // The half-width voicing marks are letters of their own to Unicode.
            default -> codePoint == 0xFF9E || codePoint == 0xFF9F;
        };
    }

    private static boolean isJapanese(char c) {
        // The middle dot stands among the katakana and is no letter.
        return (c >= 'ぁ' && c <= 'ヿ' && c != '・') || (c >= '㐀' && c <= '鿿') || c == HIDDEN || c == '々';
    }

    /** Folded characters with the places they come from. */
    private static final class Builder {
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(int expected) {
            int capacity = Math.max(16, expected);
            chars = new char[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
        }

        void fold(String typed, int start, int end) {
            int codePoint = typed.codePointAt(start);
            if (HIDING.indexOf(codePoint) >= 0) {
                add(HIDDEN, start, end);
                return;
            }
            if (ENDING.indexOf(codePoint) >= 0) {
                add(STOP, start, end);
                return;
            }
            if (codePoint == '\n') {
                addLineBreak(start, end);
                return;
            }
            int type = Character.getType(codePoint);
            if (type == Character.FORMAT
                    || type == Character.SURROGATE
                    || (type == Character.CONTROL && codePoint != '\t')) {
                return;
            }
            String letter = typed.substring(start, Math.min(end, start + Character.charCount(codePoint) + MAX_MARKS));
            String folded = Normalizer.normalize(letter, Normalizer.Form.NFKC);
            for (int i = 0; i < folded.length(); i++) {
                // What did not melt into its letter only hides it.
                if (!isMark(folded.charAt(i))) {
                    add(fold(folded.charAt(i)), start, end);
                }
            }
        }

        private static char fold(char c) {
            if (ENDING.indexOf(c) >= 0) {
                return STOP;
            }
            // Small vowels are written for fun at the end of words; no word of ours needs them small.
            int small = "ぁぃぅぇぉ".indexOf(c);
            if (small >= 0) {
                return "あいうえお".charAt(small);
            }
            return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
        }

        /** Many break lines within a sentence, as a telephone is narrow; an empty line ends it. */
        private void addLineBreak(int start, int end) {
            if (length > 0 && chars[length - 1] == '\n') {
                chars[length - 1] = STOP;
                ends[length - 1] = end;
            } else {
                add('\n', start, end);
            }
        }

        private void add(char c, int start, int end) {
            int repeats = 0;
            while (repeats < MAX_REPEATS && length > repeats && chars[length - 1 - repeats] == c) {
                repeats++;
            }
            if (repeats == MAX_REPEATS && !Character.isDigit(c)) {
                ends[length - 1] = end;
                return;
            }
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        /** "死 に た い" and "死・に・た・い" become one word; a space between longer pieces stays. */
        Builder drawTogether() {
            int to = 0;
            int from = 0;
            while (from < length) {
                int end = spreadEnd(from);
                for (int i = from; i < end; i++) {
                    if (end - from == 1 || SPREADING.indexOf(chars[i]) < 0) {
                        chars[to] = chars[i];
                        starts[to] = starts[i];
                        ends[to] = ends[i];
                        to++;
                    }
                }
                from = end;
            }
            length = to;
            return this;
        }

        /** The end of three or more single letters that a mark each keeps apart; else the next character. */
        private int spreadEnd(int from) {
            boolean isFirst = from == 0 || !isJapanese(chars[from - 1]);
            int at = from;
            int letters = 0;
            while (isFirst && at < length && isJapanese(chars[at])) {
                letters++;
                boolean goesOn = at + 2 < length
                        && SPREADING.indexOf(chars[at + 1]) >= 0
                        && isJapanese(chars[at + 2])
                        && (at + 3 >= length || !isJapanese(chars[at + 3]));
                at++;
                if (!goesOn) {
                    break;
                }
                at++;
            }
            return letters >= 3 ? at : from + 1;
        }

        NormalizedText build(String typed) {
            return new NormalizedText(
                    typed, new String(chars, 0, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }
    }
}
