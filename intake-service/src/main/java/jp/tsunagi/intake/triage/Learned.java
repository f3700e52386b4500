package jp.tsunagi.intake.triage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The hash of each feature's name, sorted; a feature's number is its place here. Names would need ten times the memory. */
    private final long[] names;

    private final LinearModel urgency;
    private final LinearModel desk;

    private Learned(long[] names, LinearModel urgency, LinearModel desk) {
        this.names = names;
        this.urgency = urgency;
        this.desk = desk;
    }

    /** A text with what is right for it. */
    record Labelled(String text, Urgency urgency, List<String> firstDesks) {}

    /**
     * @param emergency how likely the text is an emergency, 0 to 1
     * @param urgency the likeliest urgency
     * @param desk the likeliest first desk
     * @param deskProbability how likely that desk is, 0 to 1
     * @param words the parts of sentences that weigh most for an emergency
     * @param deskWords those that weigh most for the desk
     */
    record Guess(
            double emergency,
            Urgency urgency,
            String desk,
            double deskProbability,
            List<String> words,
            List<String> deskWords) {}

    static Learned train(Signs signs, List<Labelled> texts) {
        List<long[]> features = new ArrayList<>();
        Map<Long, Integer> counts = new TreeMap<>();
        Set<String> desks = new TreeSet<>();
        for (Labelled one : texts) {
            Sentences sentences = Sentences.of(one.text);
            long[] hashes = Features.of(sentences, signs.in(sentences)).stream()
                    .mapToLong(Features.Feature::hash)
                    .toArray();
            features.add(hashes);
            for (long hash : hashes) {
                counts.merge(hash, 1, Integer::sum);
            }
            desks.addAll(one.firstDesks);
        }
        long[] names = counts.entrySet().stream()
                .filter(feature -> feature.getValue() >= MIN_TEXTS)
                .mapToLong(Map.Entry::getKey)
                .toArray();
        List<LinearModel.Example> urgent = new ArrayList<>();
        List<LinearModel.Example> directed = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int[] known = known(LongStream.of(features.get(i)), names);
            urgent.add(
                    new LinearModel.Example(known, List.of(texts.get(i).urgency.code())));
            directed.add(new LinearModel.Example(known, texts.get(i).firstDesks));
        }
        LinearModel urgency = LinearModel.train(Coded.codes(Urgency.class), names.length, urgent);
        LinearModel desk = LinearModel.train(List.copyOf(desks), names.length, directed);
        int[] telling = IntStream.range(0, names.length)
                .filter(feature -> Math.max(urgency.strength(feature), desk.strength(feature)) >= MIN_STRENGTH)
                .toArray();
        return new Learned(
                IntStream.of(telling).mapToLong(feature -> names[feature]).toArray(),
                urgency.only(telling),
                desk.only(telling));
    }

    /** The numbers of the features that were learned. */
    private static int[] known(LongStream hashes, long[] names) {
        return hashes.mapToInt(hash -> Arrays.binarySearch(names, hash))
                .filter(number -> number >= 0)
                .toArray();
    }

    Guess guess(Sentences text, List<Finding> findings) {
        List<Features.Feature> features = Features.of(text, findings);
        if (text.words().isEmpty()) {
            return new Guess(0, Urgency.NORMAL, "", 0, List.of(), List.of());
        }
        int[] known = known(features.stream().mapToLong(Features.Feature::hash), names);
        Map<String, Float> urgencies = urgency.guess(known);
        Map<String, Float> desks = desk.guess(known);
        String likeliest = best(urgencies);
        String to = best(desks);
        return new Guess(
                urgencies.getOrDefault(Urgency.EMERGENCY.code(), 0f),
                Coded.find(Urgency.class, likeliest).orElseThrow(),
                to,
                desks.getOrDefault(to, 0f),
                words(text, features, urgency, Urgency.EMERGENCY.code()),
                words(text, features, desk, to));
    }

    private static String best(Map<String, Float> guess) {
        return guess.entrySet().stream()
                .max(Map.Entry.<String, Float>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    /** The parts of sentences that weigh most for a class, in the order of the text. */
    private List<String> words(Sentences text, List<Features.Feature> features, LinearModel model, String wanted) {
        Map<Integer, Float> weights = new TreeMap<>();
        for (Features.Feature feature : features) {
            int number = feature.end() > 0 ? Arrays.binarySearch(names, feature.hash()) : -1;
            if (number >= 0) {
                weights.merge(text.partAt(feature.start()), model.support(number, wanted), Float::sum);
            }
        }
        float most = weights.values().stream().max(Float::compare).orElse(0f);
        if (most <= 0 && text.parts() <= MAX_PARTS) {
            // Groups of letters led to it, which have no place of their own: it is the text as a whole.
            return IntStream.range(0, text.parts())
                    .mapToObj(text::part)
                    .filter(part -> !part.isBlank())
                    .toList();
        }
        return weights.entrySet().stream()
                .filter(part -> part.getValue() > 0 && part.getValue() >= most * MIN_SHARE)
                .sorted(Map.Entry.<Integer, Float>comparingByValue().reversed())
                .limit(MAX_PARTS)
                .map(Map.Entry::getKey)
                .sorted()
                .map(text::part)
                .filter(part -> !part.isBlank())
                .toList();
    }

    void write(OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(names.length);
        for (long name : names) {
            out.writeLong(name);
        }
        urgency.write(out);
        desk.write(out);
        out.flush();
    }

    static Learned read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        int size = in.readInt();
        long[] names = new long[size];
        for (int number = 0; number < size; number++) {
            names[number] = in.readLong();
        }
        return new Learned(names, LinearModel.read(in, size), LinearModel.read(in, size));
    }
}
