package jp.tsunagi.intake.triage;

import java.util.Arrays;
import java.util.List;

/** A text cut into words and sentences. */
final class Sentences {

    private static final String PART_ENDS = "、。,;\n" + NormalizedText.STOP;

    /** More of one part is not quoted. */
    private static final int MAX_PART = 60;

    private final NormalizedText normalized;
    private final String text;
    private final boolean[] isAddress;
    private final int[] partAt;
    private final List<Word> words;
    /** The sentence of each word, counted from 0. */
    private final int[] sentenceOf;

    /** The first word that begins at this place or after it. */
    private final int[] wordAt;

    private Sentences(NormalizedText normalized, List<Word> words) {
        this.normalized = normalized;
        this.text = normalized.text();
        this.isAddress = addresses(text);
        this.partAt = parts(text);
        this.words = List.copyOf(words);
        this.sentenceOf = new int[words.size()];
        this.wordAt = new int[text.length() + 1];
        int sentence = 0;
        for (int i = 0; i < words.size(); i++) {
            sentenceOf[i] = sentence;
            if (words.get(i).isStop()) {
                sentence++;
            }
        }
        int next = words.size();
        for (int place = text.length(); place >= 0; place--) {
            while (next > 0 && words.get(next - 1).start() >= place) {
                next--;
            }
            wordAt[place] = next;
        }
    }

    static Sentences of(String typed) {
        NormalizedText normalized = NormalizedText.of(typed);
        return new Sentences(normalized, Word.of(normalized.text()));
    }

    List<Word> words() {
        return words;
    }

    String text() {
        return text;
    }

    /** The number of the part of a sentence in which a place stands: a comma or a stop ends a part. */
    int partAt(int place) {
        return partAt[place];
    }

    private static int[] parts(String text) {
        int[] partAt = new int[text.length()];
        int part = 0;
        for (int place = 0; place < partAt.length; place++) {
            partAt[place] = part;
            if (PART_ENDS.indexOf(text.charAt(place)) >= 0) {
                part++;
            }
        }
        return partAt;
    }

    /** How many parts there are. */
    int parts() {
        return partAt.length == 0 ? 0 : partAt[partAt.length - 1] + 1;
    }

    /** What the person typed there, without the mark that ends it. */
    String part(int number) {
        int start = 0;
        while (start < partAt.length && partAt[start] < number) {
            start++;
        }
        int end = start;
        while (end < partAt.length && partAt[end] == number && PART_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return typed(start, Math.min(end, start + MAX_PART)).strip();
    }

    int sentenceOf(int word) {
        return sentenceOf[Math.min(word, words.size() - 1)];
    }

    int wordAtOrAfter(int place) {
        return wordAt[Math.min(place, text.length())];
    }

    boolean isInSentence(int word) {
        return word < words.size() && !words.get(word).isStop();
    }

    String letters(Word word) {
        return text.substring(word.start(), word.end());
    }

    /** Whether a word is part of the address of a page: visible ASCII without a space, with a slash or a dot inside. */
    boolean isInAddress(Word word) {
        return isAddress[word.start()];
    }

    private static boolean[] addresses(String text) {
        boolean[] isAddress = new boolean[text.length()];
        int start = 0;
        while (start < text.length()) {
            int end = start;
            boolean hasMark = false;
            while (end < text.length() && isVisibleAscii(text.charAt(end))) {
                hasMark |= end > start && end + 1 < text.length() && isAddressMark(text, end);
                end++;
            }
            Arrays.fill(isAddress, start, end, hasMark);
            start = end + 1;
        }
        return isAddress;
    }

    private static boolean isAddressMark(String text, int place) {
        char mark = text.charAt(place);
        return mark == '/'
                || (mark == '.'
                        && isVisibleAscii(text.charAt(place + 1))
                        && Character.isLetterOrDigit(text.charAt(place + 1)));
    }

    private static boolean isVisibleAscii(char c) {
        return c > ' ' && c < 0x7F;
    }

    int typedStart(int place) {
        return normalized.typedStart(place);
    }

    int typedEnd(int place) {
        return normalized.typedEnd(place);
    }

    /** What the person typed there. */
    String typed(int start, int end) {
        return normalized.typed(start, end);
    }

    boolean isNumber(Word word) {
        return Character.isDigit(text.charAt(word.start())) || word.is("名詞-数");
    }
}
