package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text can tell, and the phrases that tell it: signs.yaml. A sign is no judgement: what follows from it is said by
 * the rules.
 */
final class Signs {

    /** Signs that say how to take the others; rules may ask for them, too. */
    private static final Set<String> SCOPES = Set.of("idiom", "fiction", "in-general", "long-ago", "well-now");

    private final Set<String> names;

    /** Those of them that tell something, and not only how to take the others. */
    private final Set<String> telling;

    /** The signs that a story, a negation or the past makes harmless; the others say what they say all the same. */
    private final Set<String> scoped;

    private static final int FIRST_LETTERS = 2;

    private final Map<String, List<Entry>> byWord = new HashMap<>();

    /** By the first two letters of what a phrase begins with, or by the only one. */
    private final Map<String, List<Entry>> byLetters = new HashMap<>();

    private final List<Entry> byNumber = new ArrayList<>();

    /** Compared by identity: a record would be compared by its whole phrase. */
    private static final class Entry {
        private final String sign;
        private final Phrase phrase;

        private Entry(String sign, Phrase phrase) {
            this.sign = sign;
            this.phrase = phrase;
        }
    }

    private Signs(Set<String> names, Set<String> scoped, List<Entry> entries) {
        this.names = Set.copyOf(names);
        this.telling = names.stream().filter(name -> !SCOPES.contains(name)).collect(Collectors.toUnmodifiableSet());
        this.scoped = Set.copyOf(scoped);
        for (Entry entry : entries) {
            index(entry);
        }
    }

    private void index(Entry entry) {
        Set<String> letters = new LinkedHashSet<>();
        for (String word : entry.phrase.beginnings()) {
            if (word.isEmpty()) {
                byNumber.add(entry);
            } else {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry);
                letters.add(word.substring(0, Math.min(FIRST_LETTERS, word.length())));
            }
        }
        letters.forEach(first ->
                byLetters.computeIfAbsent(first, _ -> new ArrayList<>()).add(entry));
    }

    /** @throws InvalidRules when the file is not understood */
    static Signs read(YamlFile file) {
        Map<String, List<String>> lists = new HashMap<>();
        file.root().required("lists").entries().forEach((name, node) -> lists.put(name, node.words()));
        Set<String> names = new LinkedHashSet<>();
        List<Entry> entries = new ArrayList<>();
        file.root().required("signs").entries().forEach((name, phrases) -> {
            names.add(name);
            for (YamlFile.Line line : phrases.lines()) {
                try {
                    entries.add(new Entry(name, Phrase.of(line.text(), lists)));
                } catch (IllegalArgumentException wrong) {
                    throw file.invalid(line.number(), String.valueOf(wrong.getMessage()));
                }
            }
        });
        YamlFile.Value scoped = file.root().required("scoped");
        for (String scope : SCOPES) {
            if (!names.contains(scope)) {
                throw file.root().invalid("the sign " + scope + " is missing");
            }
        }
        for (String name : scoped.words()) {
            if (!names.contains(name)) {
                throw scoped.invalid("no sign is called " + name);
            }
        }
        return new Signs(names, Set.copyOf(scoped.words()), entries);
    }

    /** The names that rules may ask for. */
    Set<String> names() {
        return names;
    }

    Set<String> telling() {
        return telling;
    }

    /** Every sign in a text, the harmless ones too. */
    List<Finding> in(Sentences text) {
        List<Finding> found = new ArrayList<>();
        for (int word = 0; word < text.words().size(); word++) {
            Map<String, Integer> ends = new LinkedHashMap<>();
            for (Entry entry : beginningAt(text, word)) {
                Places places = new Places();
                entry.phrase.addEnds(text, text.words().get(word).start(), places);
                if (places.size() > 0) {
                    ends.merge(entry.sign, places.get(places.size() - 1), Math::max);
                }
            }
            int start = text.words().get(word).start();
            ends.forEach((sign, end) -> found.add(new Finding(sign, text.typed(start, end), start, end, null)));
        }
        return scoped(text, withoutCovered(found));
    }

    private Set<Entry> beginningAt(Sentences text, int index) {
        Word word = text.words().get(index);
        String letters = text.text();
        int start = word.start();
        Set<Entry> entries = new LinkedHashSet<>(byWord.getOrDefault(word.base(), List.of()));
        for (int size = 1; size <= FIRST_LETTERS && start + size <= letters.length(); size++) {
            entries.addAll(byLetters.getOrDefault(letters.substring(start, start + size), List.of()));
        }
        if (text.isNumber(word)) {
            entries.addAll(byNumber);
        }
        return entries;
    }

    /** Of findings of the same sign within each other the longest stays; they come in the order of their beginnings. */
    private static List<Finding> withoutCovered(List<Finding> found) {
        Map<String, Integer> furthest = new HashMap<>();
        List<Finding> kept = new ArrayList<>();
        for (Finding one : found) {
            if (one.end() > furthest.getOrDefault(one.sign(), 0)) {
                furthest.put(one.sign(), one.end());
                kept.add(one);
            }
        }
        return kept;
    }

    private List<Finding> scoped(Sentences text, List<Finding> found) {
        BitSet idioms = new BitSet();
        found.stream().filter(one -> one.sign().equals("idiom")).forEach(one -> idioms.set(one.start(), one.end()));
        Scope scope = Scope.of(text, found);
        List<Finding> read = new ArrayList<>();
        for (Finding one : found) {
            if (!scoped.contains(one.sign())) {
                read.add(one);
            } else if (idioms.get(one.start()) || idioms.get(one.end() - 1)) {
                read.add(one.discounted(Discount.IDIOM));
            } else {
                read.add(scope.discount(one).map(one::discounted).orElse(one));
            }
        }
        return List.copyOf(read);
    }
}
