package jp.tsunagi.intake.triage;

import com.carrotsearch.hppc.LongIntHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Urgency;

/**
 * The part that was learned from the labelled texts of this repository, beside the signs that people wrote down: how urgent
 * texts like this one are, and which desk they go to. Its guesses are facts that rules ask for, and it shows the person's
 * words that weigh most.
 */
final class Learned {

    private static final int MAX_PARTS = 2;

    /** A part that weighs much less than the heaviest explains nothing. */
    private static final float MIN_SHARE = 0.4f;

    /** What stands in one text only says nothing about others. */
    private static final int MIN_TEXTS = 3;

    /** A feature that weighs less decides nothing; most features do. */
    private static final float MIN_STRENGTH = 0.25f;

    /** The number of a feature that was not learned. */
    private static final int UNKNOWN = -1;

    /** Kinds of harm are suggested that so much speaks for; a text has one to three. */
    private static final float MIN_KIND = 0.3f;

    /** How urgent a text is, and which desk it goes to: from everything that is seen of it. */
    private final Part general;

    /** Which kinds of harm it tells of, and what is wished: from its words. Groups of letters would add time and tell no more. */
    private final Part worded;

    private Learned(Part general, Part worded) {
        this.general = general;
        this.worded = worded;
    }

    /** A text with what is right for it. */
    record Labelled(String text, Urgency urgency, List<String> firstDesks, List<String> kinds, String wish) {}

    /**
     * @param emergency how likely the text is an emergency, 0 to 1
     * @param high how likely it is high or an emergency, 0 to 1
     * @param low how likely it can wait, 0 to 1
     * @param urgency the likeliest urgency
     * @param desk the likeliest first desk
     * @param deskProbability how likely that desk is, 0 to 1
     * @param wish the likeliest wish
     * @param wishProbability how likely that wish is, 0 to 1
     * @param kinds codes of the likely kinds of harm
     * @param told the words that led to it
     */
    record Guess(
            double emergency,
            double high,
            double low,
            Urgency urgency,
            String desk,
            double deskProbability,
            String wish,
            double wishProbability,
            List<String> kinds,
            Told told) {

        static final Guess NONE = new Guess(0, 0, 0, Urgency.NORMAL, "", 0, "", 0, List.of(), (_, _) -> List.of());
    }

    /** Finds the parts of sentences that weigh most for what was guessed: looked for when a rule that goes by it holds. */
    @FunctionalInterface
    interface Told {

        /** @param code an answer to the question; of desks and wishes only the one that was guessed has words */
        List<String> words(Rule.Question question, String code);
    }

    /**
     * Two models over the same features.
     *
     * @param names the hash of each feature's name, sorted. Names would need ten times the memory.
     * @param numbers of the features, by these hashes: a feature's number is its place among the names
     */
    private record Part(long[] names, LongIntHashMap numbers, LinearModel first, LinearModel second) {

        private Part(long[] names, LinearModel first, LinearModel second) {
            this(names, numbered(names), first, second);
        }

        private static LongIntHashMap numbered(long[] names) {
            LongIntHashMap numbers = new LongIntHashMap(names.length);
            for (int number = 0; number < names.length; number++) {
                numbers.put(names[number], number);
            }
            return numbers;
        }

        /** @param features of each text, by their hashes */
        static Part train(List<long[]> features, List<List<String>> first, List<List<String>> second) {
            Map<Long, Integer> counts = new TreeMap<>();
            features.forEach(hashes -> LongStream.of(hashes).forEach(hash -> counts.merge(hash, 1, Integer::sum)));
            long[] names = counts.entrySet().stream()
                    .filter(feature -> feature.getValue() >= MIN_TEXTS)
                    .mapToLong(Map.Entry::getKey)
                    .toArray();
            LongIntHashMap numbers = numbered(names);
            List<int[]> known = features.stream()
                    .map(hashes -> known(numbers(LongStream.of(hashes), numbers)))
                    .toList();
            LinearModel one = model(names.length, known, first);
            LinearModel other = model(names.length, known, second);
            int[] telling = IntStream.range(0, names.length)
                    .filter(feature -> Math.max(one.strength(feature), other.strength(feature)) >= MIN_STRENGTH)
                    .toArray();
            return new Part(
                    IntStream.of(telling).mapToLong(feature -> names[feature]).toArray(),
                    one.only(telling),
                    other.only(telling));
        }

        private static LinearModel model(int size, List<int[]> known, List<List<String>> right) {
            List<String> classes =
                    right.stream().flatMap(List::stream).distinct().sorted().toList();
            return LinearModel.train(
                    classes,
                    size,
                    IntStream.range(0, known.size())
                            .mapToObj(text -> new LinearModel.Example(known.get(text), right.get(text)))
                            .toList());
        }

        /** The number of each feature, {@link #UNKNOWN} for one that was not learned. */
        private static int[] numbers(LongStream hashes, LongIntHashMap numbers) {
            return hashes.mapToInt(hash -> numbers.getOrDefault(hash, UNKNOWN)).toArray();
        }

        private static int[] known(int[] numbers) {
            return IntStream.of(numbers).filter(number -> number != UNKNOWN).toArray();
        }

        Read read(Sentences text, List<Features.Feature> features) {
            return new Read(text, features, numbers(features.stream().mapToLong(Features.Feature::hash), numbers));
        }

        void write(DataOutputStream out) throws IOException {
            out.writeInt(names.length);
            for (long name : names) {
                out.writeLong(name);
            }
            first.write(out);
            second.write(out);
        }

        static Part read(DataInputStream in) throws IOException {
            int size = in.readInt();
            long[] names = new long[size];
            for (int number = 0; number < size; number++) {
                names[number] = in.readLong();
            }
            return new Part(names, LinearModel.read(in, size), LinearModel.read(in, size));
        }
    }

    static Learned train(Signs signs, List<Labelled> texts) {
        List<long[]> features = new ArrayList<>();
        List<long[]> words = new ArrayList<>();
        for (Labelled one : texts) {
            Sentences sentences = Sentences.of(one.text);
            List<Features.Feature> all = Features.of(sentences, signs.in(sentences));
            features.add(hashes(all));
            words.add(hashes(worded(all)));
        }
        // Each part on a processor of its own; which is ready first changes nothing.
        CompletableFuture<Part> worded = CompletableFuture.supplyAsync(() -> Part.train(
                words,
                texts.stream().map(Labelled::kinds).toList(),
                texts.stream().map(one -> List.of(one.wish)).toList()));
        Part general = Part.train(
                features,
                texts.stream().map(one -> List.of(one.urgency.code())).toList(),
                texts.stream().map(Labelled::firstDesks).toList());
        return new Learned(general, worded.join());
    }

    private static long[] hashes(List<Features.Feature> features) {
        return features.stream().mapToLong(Features.Feature::hash).toArray();
    }

    private static List<Features.Feature> worded(List<Features.Feature> features) {
        return features.stream().filter(feature -> !feature.isOfLetters()).toList();
    }

    Guess guess(Sentences text, List<Finding> findings) {
        if (text.words().isEmpty()) {
            return Guess.NONE;
        }
        List<Features.Feature> features = Features.of(text, findings);
        Read all = general.read(text, features);
        Read words = worded.read(text, worded(features));
        Map<String, Float> urgencies = general.first.guess(all.known());
        Map<String, Float> desks = general.second.guess(all.known());
        String to = best(desks);
        Map<String, Float> wishes = worded.second.guess(words.known());
        String wish = best(wishes);
        List<String> kinds = worded.first.guess(words.known()).entrySet().stream()
                .filter(kind -> kind.getValue() >= MIN_KIND)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        double emergency = urgencies.getOrDefault(Urgency.EMERGENCY.code(), 0f);
        return new Guess(
                emergency,
                emergency + urgencies.getOrDefault(Urgency.HIGH.code(), 0f),
                urgencies.getOrDefault(Urgency.LOW.code(), 0f),
                Coded.find(Urgency.class, best(urgencies)).orElseThrow(),
                to,
                desks.getOrDefault(to, 0f),
                wish,
                wishes.getOrDefault(wish, 0f),
                kinds,
                (question, code) -> switch (question) {
                    case URGENCY -> all.told(general.first, code);
                    case DESK -> all.told(general.second, to);
                    case WISH -> words.told(worded.second, wish);
                    case CATEGORIES -> kinds.contains(code) ? words.told(worded.first, code) : List.of();
                    case NOT_DESK -> List.of();
                });
    }

    private static String best(Map<String, Float> guess) {
        return guess.entrySet().stream()
                .max(Map.Entry.<String, Float>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /**
     * The features of a text as a part knows them.
     *
     * @param numbers of each feature, {@link #UNKNOWN} for one that was not learned
     */
    private record Read(Sentences text, List<Features.Feature> features, int[] numbers) {

        int[] known() {
            return Part.known(numbers);
        }

        /** The parts of sentences that weigh most for a class, in the order of the text. */
        List<String> told(LinearModel model, String wanted) {
            float[] weights = new float[text.parts()];
            float most = 0;
            for (int i = 0; i < numbers.length; i++) {
                Features.Feature feature = features.get(i);
                if (feature.end() > 0 && numbers[i] != UNKNOWN) {
                    weights[text.partAt(feature.start())] += model.support(numbers[i], wanted);
                }
            }
            for (float weight : weights) {
                most = Math.max(most, weight);
            }
            if (most <= 0 && text.parts() <= MAX_PARTS) {
                // Groups of letters led to it, which have no place of their own: it is the text as a whole.
                return IntStream.range(0, text.parts())
                        .mapToObj(text::part)
                        .filter(part -> !part.isBlank())
                        .toList();
            }
            float least = most * MIN_SHARE;
            return IntStream.range(0, weights.length)
                    .filter(part -> weights[part] > 0 && weights[part] >= least)
                    .boxed()
                    .sorted(Comparator.comparing((Integer part) -> weights[part])
                            .reversed())
                    .limit(MAX_PARTS)
                    .sorted()
                    .map(text::part)
                    .filter(part -> !part.isBlank())
                    .toList();
        }
    }

    void write(OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        general.write(out);
        worded.write(out);
        out.flush();
    }

    static Learned read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        return new Learned(Part.read(in), Part.read(in));
    }
}
