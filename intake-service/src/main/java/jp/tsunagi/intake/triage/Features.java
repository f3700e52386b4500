package jp.tsunagi.intake.triage;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the learned part sees of a text: its words, pairs of words, groups of letters, and the signs that were read. An
 * address of a page says nothing of the person.
 */
final class Features {

    private static final int SHORTEST_GROUP = 2;
    private static final int LONGEST_GROUP = 4;

    /** A text of many pages says what it says long before; and the time stays in proportion. */
    private static final int MAX_CHARACTERS = 3_000;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * A feature and the place of the text that has it; nothing to show when it is empty.
     *
     * @param hash FNV-1a of its name in 64 bits: of a million names no two are likely to share it
     * @param isOfLetters whether it is a group of letters, and no word
     */
    record Feature(long hash, boolean isOfLetters, int start, int end) {}

    private final List<Feature> features = new ArrayList<>();
    private final LongHashSet seen = new LongHashSet();

    private Features() {}

    /** Each feature once, at its first place. */
    static List<Feature> of(Sentences text, List<Finding> findings) {
        Features found = new Features();
        found.addWords(text);
        for (Finding finding : findings) {
            Discount discount = finding.discount();
            found.add("s " + finding.sign() + (discount == null ? "" : " " + discount.code()), 0, 0);
        }
        found.add(
                "size "
                        + Math.min(
                                9, 32 - Integer.numberOfLeadingZeros(text.text().length())),
                0,
                0);
        return found.features;
    }

    private void addWords(Sentences text) {
        List<Word> told =
                text.words().stream().filter(word -> !text.isInAddress(word)).toList();
        Word before = null;
        for (Word word : told) {
            if (word.end() > MAX_CHARACTERS) {
                break;
            }
            add("w " + word.base(), word.start(), word.end());
            if (before != null && !before.isStop()) {
                add("p " + before.base() + " " + word.base(), before.start(), word.end());
            }
            before = word;
        }
        addGroups("l ", told.stream().map(text::letters).collect(Collectors.joining()));
        addGroups("r ", told.stream().map(Word::reading).collect(Collectors.joining()));
    }

    /** Groups of letters as they are written, and as they are read: a child writes in kana what others write in kanji. */
    private void addGroups(String kind, String letters) {
        int length = Math.min(letters.length(), MAX_CHARACTERS);
        long beginning = hash(FNV_BASIS, kind, 0, kind.length());
        for (int size = SHORTEST_GROUP; size <= LONGEST_GROUP; size++) {
            for (int start = 0; start + size <= length; start++) {
                add(new Feature(hash(beginning, letters, start, start + size), true, 0, 0));
            }
        }
    }

    private void add(String name, int start, int end) {
        add(new Feature(hash(FNV_BASIS, name, 0, name.length()), false, start, end));
    }

    private void add(Feature feature) {
        if (seen.add(feature.hash)) {
            features.add(feature);
        }
    }

    private static long hash(long beginning, String letters, int start, int end) {
        long hash = beginning;
        for (int i = start; i < end; i++) {
            hash = (hash ^ letters.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
