package jp.tsunagi.intake.triage;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
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

    private final PhraseWords words;

    private final List<Entry> entries;

    /** The places among the entries of those that begin with a word, by its number. */
    private final IntObjectHashMap<BitSet> beginning = new IntObjectHashMap<>();

    private record Entry(String sign, Phrase phrase) {}

    private Signs(Set<String> names, Set<String> scoped, PhraseWords words, List<Entry> entries) {
        this.names = Set.copyOf(names);
        this.telling = names.stream().filter(name -> !SCOPES.contains(name)).collect(Collectors.toUnmodifiableSet());
        this.scoped = Set.copyOf(scoped);
        this.words = words;
        this.entries = List.copyOf(entries);
        for (int place = 0; place < entries.size(); place++) {
            int entry = place;
            entries.get(place).phrase.beginnings().stream().forEach(number -> {
                if (!beginning.containsKey(number)) {
                    beginning.put(number, new BitSet());
                }
                beginning.get(number).set(entry);
            });
        }
    }

    /** @throws InvalidRules when the file is not understood */
    static Signs read(YamlFile file) {
        Map<String, List<String>> lists = new HashMap<>();
        file.root().required("lists").entries().forEach((name, node) -> lists.put(name, node.words()));
        Set<String> names = new LinkedHashSet<>();
        PhraseWords words = new PhraseWords();
        List<Entry> entries = new ArrayList<>();
        file.root().required("signs").entries().forEach((name, phrases) -> {
            names.add(name);
            for (YamlFile.Line line : phrases.lines()) {
                try {
                    entries.add(new Entry(name, Phrase.of(line.text(), lists, words)));
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
        return new Signs(names, Set.copyOf(scoped.words()), words, entries);
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
        Occurrences occurrences = new Occurrences(text, words);
        List<Finding> found = new ArrayList<>();
        for (int word = 0; word < text.words().size(); word++) {
            int start = text.words().get(word).start();
            Map<String, Integer> ends = new LinkedHashMap<>();
            BitSet possible = possibleAt(occurrences, word);
            for (int place = possible.nextSetBit(0); place >= 0; place = possible.nextSetBit(place + 1)) {
                Entry entry = entries.get(place);
                Places places = new Places();
                entry.phrase.addEnds(occurrences, start, places);
                if (places.size() > 0) {
                    ends.merge(entry.sign, places.get(places.size() - 1), Math::max);
                }
            }
            ends.forEach((sign, end) -> found.add(new Finding(sign, text.typed(start, end), start, end, null)));
        }
        return scoped(text, withoutCovered(found));
    }

    /** The entries that begin with what stands there. */
    private BitSet possibleAt(Occurrences text, int word) {
        BitSet possible = new BitSet();
        for (IntCursor number : text.beginningAt(word)) {
            BitSet more = beginning.get(number.value);
            if (more != null) {
                possible.or(more);
            }
        }
        return possible;
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
