package jp.tsunagi.intake.triage;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.List;

/** The words that phrases are made of, each with a number: a text is looked through for all of them once. */
final class PhraseWords {

    /** Stands for every number that a text has. */
    static final int ANY_NUMBER = 0;

    static final int NONE = -1;

    private final ObjectIntHashMap<String> numbers = new ObjectIntHashMap<>();

    /** By their first two letters, or by the only one. */
    private final IntObjectHashMap<List<Numbered>> byLetters = new IntObjectHashMap<>();

    record Numbered(String word, int number) {}

    /** The number of a word, which has one from now on. */
    int add(String word) {
        int known = find(word);
        if (known != NONE) {
            return known;
        }
        int number = ANY_NUMBER + 1 + numbers.size();
        numbers.put(word, number);
        int letters = word.length() == 1 ? word.charAt(0) : letters(word, 0);
        if (!byLetters.containsKey(letters)) {
            byLetters.put(letters, new ArrayList<>());
        }
        byLetters.get(letters).add(new Numbered(word, number));
        return number;
    }

    private static int letters(String text, int start) {
        return text.charAt(start) << Character.SIZE | text.charAt(start + 1);
    }

    /** The number of a word, {@link #NONE} when no phrase has it. */
    int find(String word) {
        return numbers.getOrDefault(word, NONE);
    }

    /** Those of the words that may stand in a text at a place: their first two letters do. */
    List<Numbered> perhapsAt(String text, int start) {
        return start + 1 == text.length() ? List.of() : byLetters.getOrDefault(letters(text, start), List.of());
    }

    /** Those that are this letter alone: one at most. */
    List<Numbered> ofOneLetter(char letter) {
        return byLetters.getOrDefault(letter, List.of());
    }
}
