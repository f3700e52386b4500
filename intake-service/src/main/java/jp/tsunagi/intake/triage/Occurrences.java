package jp.tsunagi.intake.triage;

import com.carrotsearch.hppc.IntArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the words of phrases stand in a text: by its words in their listed form, and by its letters. */
final class Occurrences {

    private static final int NO_WORD = -1;

    private final Sentences text;
    private final PhraseWords words;

    /** Of each word of the text, by its listed form. */
    private final int[] listed;

    /** Of each place where a phrase asked: the word by its letters, the place where it ends, and so on. */
    private final int[] @Nullable [] written;

    /** The first place from each on that is no space. */
    private final int[] afterSpaces;

    Occurrences(Sentences text, PhraseWords words) {
        this.text = text;
        this.words = words;
        this.listed =
                text.words().stream().mapToInt(word -> words.find(word.base())).toArray();
        int length = text.text().length();
        this.written = new int[length][];
        this.afterSpaces = new int[length + 1];
        afterSpaces[length] = length;
        for (int place = length - 1; place >= 0; place--) {
            boolean isSpace = Character.isWhitespace(text.text().charAt(place));
            afterSpaces[place] = isSpace ? afterSpaces[place + 1] : place;
        }
    }

    Sentences text() {
        return text;
    }

    /** The numbers of the words with which a phrase can begin at this word of the text. */
    IntArrayList beginningAt(int word) {
        IntArrayList numbers = new IntArrayList();
        if (listed[word] != PhraseWords.NONE) {
            numbers.add(listed[word]);
        }
        int[] letters = writtenAt(text.words().get(word).start());
        for (int i = 0; i < letters.length; i += 2) {
            numbers.add(letters[i]);
        }
        if (text.isNumber(text.words().get(word))) {
            numbers.add(PhraseWords.ANY_NUMBER);
        }
        return numbers;
    }

    /** Adds every place where one of the words ends that begins here; spaces before it do not count. */
    void addEnds(int from, BitSet wanted, Places ends) {
        int start = afterSpaces[from];
        if (start == text.text().length()) {
            return;
        }
        int word = wordAt(start);
        if (word != NO_WORD && listed[word] != PhraseWords.NONE && wanted.get(listed[word])) {
            ends.add(text.words().get(word).end());
        }
        int[] letters = writtenAt(start);
        for (int i = 0; i < letters.length; i += 2) {
            if (wanted.get(letters[i])) {
                ends.add(letters[i + 1]);
            }
        }
    }

    void addEndsOfNumber(int from, Places ends) {
        int word = wordAt(afterSpaces[from]);
        if (word != NO_WORD && text.isNumber(text.words().get(word))) {
            ends.add(text.words().get(word).end());
        }
    }

    /** The word of the text that begins there, {@link #NO_WORD} when none does. */
    private int wordAt(int start) {
        int word = text.wordAtOrAfter(start);
        return word < text.words().size() && text.words().get(word).start() == start ? word : NO_WORD;
    }

    private int[] writtenAt(int start) {
        int[] known = written[start];
        if (known == null) {
            IntArrayList found = new IntArrayList();
            addWritten(words.ofOneLetter(text.text().charAt(start)), start, found);
            addWritten(words.perhapsAt(text.text(), start), start, found);
            known = found.toArray();
            written[start] = known;
        }
        return known;
    }

    private void addWritten(List<PhraseWords.Numbered> perhaps, int start, IntArrayList found) {
        for (PhraseWords.Numbered one : perhaps) {
            int end = start + one.word().length();
            if (text.text().startsWith(one.word(), start) && !cutsLatinWord(end)) {
                found.add(one.number(), end);
            }
        }
    }

    /** "die" is not in "diet"; Japanese has no such border. */
    private boolean cutsLatinWord(int end) {
        String letters = text.text();
        return end < letters.length() && isLatin(letters.charAt(end - 1)) && isLatin(letters.charAt(end));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
