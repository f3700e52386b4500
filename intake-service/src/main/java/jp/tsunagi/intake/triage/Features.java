package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** What the names of groups of letters begin with: as they are written, and as they are read. */
    private static final String LETTERS = "l ";

    private static final String READ = "r ";

    /** A feature and the place of the text that has it; nothing to show when it is empty. */
    record Feature(String name, int start, int end) {

        boolean isOfLetters() {
            return name.startsWith(LETTERS) || name.startsWith(READ);
        }

        /** FNV-1a of the name in 64 bits: of a million names no two are likely to share it. */
        long hash() {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
            }
            return hash;
        }
    }

    private Features() {}

    /** Each feature once, at its first place. */
    static List<Feature> of(Sentences text, List<Finding> findings) {
        List<Word> told =
                text.words().stream().filter(word -> !text.isInAddress(word)).toList();
        List<Feature> features = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Word before = null;
        for (Word word : told) {
            if (word.end() > MAX_CHARACTERS) {
                break;
            }
            add(features, seen, "w " + word.base(), word.start(), word.end());
            if (before != null && !before.isStop()) {
                add(features, seen, "p " + before.base() + " " + word.base(), before.start(), word.end());
            }
            before = word;
        }
        addGroups(features, seen, LETTERS, told.stream().map(text::letters).collect(Collectors.joining()));
        addGroups(features, seen, READ, told.stream().map(Word::reading).collect(Collectors.joining()));
        for (Finding finding : findings) {
            Discount discount = finding.discount();
            add(features, seen, "s " + finding.sign() + (discount == null ? "" : " " + discount.code()), 0, 0);
        }
        add(
                features,
                seen,
                "size "
                        + Math.min(
                                9, 32 - Integer.numberOfLeadingZeros(text.text().length())),
                0,
                0);
        return features;
    }

    /** Groups of letters as they are written, and as they are read: a child writes in kana what others write in kanji. */
    private static void addGroups(List<Feature> features, Set<String> seen, String kind, String letters) {
        int length = Math.min(letters.length(), MAX_CHARACTERS);
        for (int size = SHORTEST_GROUP; size <= LONGEST_GROUP; size++) {
            for (int start = 0; start + size <= length; start++) {
                add(features, seen, kind + letters.substring(start, start + size), 0, 0);
            }
        }
    }

    private static void add(List<Feature> features, Set<String> seen, String name, int start, int end) {
        if (seen.add(name)) {
            features.add(new Feature(name, start, end));
        }
    }
}
