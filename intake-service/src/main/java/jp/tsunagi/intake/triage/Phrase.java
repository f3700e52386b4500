package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Words that follow each other, as signs.yaml writes them: {@code (屋上|橋 の 上) (に|で)? ... いる}.
 *
 * <p>A word stands for itself in its listed form (飲む for 飲んだ) and for its letters where a word begins. {@code (a|b c)}
 * is any of several, {@code <name>} any of a named list, {@code <n>} a number, {@code ?} behind something makes it
 * optional, and {@code ...} stands for up to {@value #MAX_GAP} words of the same sentence. There is nothing that repeats, so
 * that reading a text takes time in proportion to its length.
 */
sealed interface Phrase {

    int MAX_GAP = 6;

    /** Adds every place where it can end when it begins at this one. */
    void addEnds(Occurrences text, int from, Places ends);

    /** The numbers of the words with which it can begin. */
    BitSet beginnings();

    /** @param numbers of the words, any of which stands there */
    record Words(BitSet numbers) implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            text.addEnds(from, numbers, ends);
        }

        @Override
        public BitSet beginnings() {
            return numbers;
        }
    }

    record Number() implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            text.addEndsOfNumber(from, ends);
        }

        @Override
        public BitSet beginnings() {
            BitSet numbers = new BitSet();
            numbers.set(PhraseWords.ANY_NUMBER);
            return numbers;
        }
    }

    record Gap() implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            Sentences sentences = text.text();
            int word = sentences.wordAtOrAfter(from);
            for (int skipped = 0; skipped <= MAX_GAP && sentences.isInSentence(word); skipped++, word++) {
                ends.add(sentences.words().get(word).start());
            }
        }

        @Override
        public BitSet beginnings() {
            return new BitSet();
        }
    }

    record Optional(Phrase phrase) implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            phrase.addEnds(text, from, ends);
            ends.add(from);
        }

        @Override
        public BitSet beginnings() {
            return new BitSet();
        }
    }

    record Choice(List<Phrase> phrases) implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            for (Phrase phrase : phrases) {
                phrase.addEnds(text, from, ends);
            }
        }

        @Override
        public BitSet beginnings() {
            BitSet beginnings = new BitSet();
            phrases.forEach(phrase -> beginnings.or(phrase.beginnings()));
            return beginnings;
        }
    }

    record Sequence(List<Phrase> phrases) implements Phrase {
        @Override
        public void addEnds(Occurrences text, int from, Places ends) {
            Places places = new Places();
            places.add(from);
            for (int next = 0; next < phrases.size() && places.size() > 0; next++) {
                Places reached = next == phrases.size() - 1 ? ends : new Places();
                for (int i = 0; i < places.size(); i++) {
                    phrases.get(next).addEnds(text, places.get(i), reached);
                }
                places = reached;
            }
        }

        @Override
        public BitSet beginnings() {
            return phrases.getFirst().beginnings();
        }
    }

    /**
     * @param words which get its words
     * @throws IllegalArgumentException with a sentence when it is not one
     */
    static Phrase of(String written, Map<String, List<String>> lists, PhraseWords words) {
        return new Parser(written, lists, words).read();
    }

    /** Reads one line of signs.yaml. */
    final class Parser {
        private static final String MARKS = "()|?<>";
        private static final String GAP = "...";

        private final String written;
        private final Map<String, List<String>> lists;
        private final PhraseWords words;
        private int at;

        private Parser(String written, Map<String, List<String>> lists, PhraseWords words) {
            this.written = written;
            this.lists = lists;
            this.words = words;
        }

        private Phrase read() {
            Phrase phrase = choice();
            if (at < written.length()) {
                throw wrong("a bracket is closed that was not opened");
            }
            if (phrase.beginnings().isEmpty()) {
                throw wrong("it begins with something that may be absent");
            }
            return phrase;
        }

        private Phrase choice() {
            List<Phrase> phrases = new ArrayList<>();
            phrases.add(sequence());
            while (at < written.length() && written.charAt(at) == '|') {
                at++;
                phrases.add(sequence());
            }
            return phrases.size() == 1 ? phrases.getFirst() : merged(phrases);
        }

        /** Words beside each other are looked up together. */
        private static Phrase merged(List<Phrase> phrases) {
            BitSet numbers = new BitSet();
            List<Phrase> others = new ArrayList<>();
            for (Phrase phrase : phrases) {
                if (phrase instanceof Words alone) {
                    numbers.or(alone.numbers);
                } else {
                    others.add(phrase);
                }
            }
            if (!numbers.isEmpty()) {
                others.addFirst(new Words(numbers));
            }
            return others.size() == 1 ? others.getFirst() : new Choice(List.copyOf(others));
        }

        private Phrase sequence() {
            List<Phrase> phrases = new ArrayList<>();
            while (at < written.length() && written.charAt(at) != '|' && written.charAt(at) != ')') {
                if (written.charAt(at) == ' ') {
                    at++;
                } else {
                    phrases.add(part());
                }
            }
            if (phrases.isEmpty()) {
                throw wrong("something is empty");
            }
            if (phrases.getLast() instanceof Gap) {
                throw wrong("a gap stands at its end");
            }
            return phrases.size() == 1 ? phrases.getFirst() : new Sequence(List.copyOf(phrases));
        }

        private Phrase part() {
            Phrase part = switch (written.charAt(at)) {
                case '(' -> bracket();
                case '<' -> list();
                default -> written.startsWith(GAP, at) ? gap() : word();
            };
            if (at < written.length() && written.charAt(at) == '?') {
                at++;
                return new Optional(part);
            }
            return part;
        }

        private Phrase bracket() {
            at++;
            Phrase inside = choice();
            if (at == written.length()) {
                throw wrong("a bracket is not closed");
            }
            at++;
            return inside;
        }

        private Phrase list() {
            int end = written.indexOf('>', at);
            String name = end < 0 ? "" : written.substring(at + 1, end);
            List<String> listed = lists.getOrDefault(name, List.of());
            if (!name.equals("n") && listed.isEmpty()) {
                throw wrong("no list is called " + name);
            }
            at = end + 1;
            return name.equals("n")
                    ? new Number()
                    : merged(listed.stream().map(this::listed).toList());
        }

        private Phrase listed(String phrase) {
            return new Parser(phrase, lists, words).choice();
        }

        private Phrase gap() {
            at += GAP.length();
            return new Gap();
        }

        private Phrase word() {
            int start = at;
            while (at < written.length() && written.charAt(at) != ' ' && MARKS.indexOf(written.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw wrong("a mark stands where a word is expected");
            }
            BitSet number = new BitSet();
            number.set(words.add(NormalizedText.of(written.substring(start, at)).text()));
            return new Words(number);
        }

        private IllegalArgumentException wrong(String sentence) {
            return new IllegalArgumentException(sentence + ": " + written);
        }
    }
}
