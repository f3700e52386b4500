package jp.tsunagi.intake.triage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Adds every place where one of the words ends that begins here; spaces before it do not count. */
    void addEnds(int from, Phrase.Words wanted, Places ends) {
        int start = afterSpaces(from);
        if (start == text.length()) {
            return;
        }
        Word word = wordAt(start);
        if (word != null && wanted.words().contains(word.base())) {
            ends.add(word.end());
        }
        for (String letters : wanted.beginningWith(text.charAt(start))) {
            if (text.startsWith(letters, start) && !cutsLatinWord(start + letters.length())) {
                ends.add(start + letters.length());
            }
        }
    }

    void addEndsOfNumber(int from, Places ends) {
        Word word = wordAt(afterSpaces(from));
        if (word != null && isNumber(word)) {
            ends.add(word.end());
        }
    }

    boolean isNumber(Word word) {
        return Character.isDigit(text.charAt(word.start())) || word.is("名詞-数");
    }

    private int afterSpaces(int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private @Nullable Word wordAt(int start) {
        int index = wordAtOrAfter(start);
        return index < words.size() && words.get(index).start() == start ? words.get(index) : null;
    }

    /** "die" is not in "diet"; Japanese has no such border. */
    private boolean cutsLatinWord(int end) {
        return end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
