package jp.tsunagi.intake.triage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    /** The number of each feature. */
    private final Map<String, Integer> numbers;

    private final LinearModel urgency;
    private final LinearModel desk;

    private Learned(Map<String, Integer> numbers, LinearModel urgency, LinearModel desk) {
        this.numbers = numbers;
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
        List<List<String>> features = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> desks = new TreeSet<>();
        for (Labelled one : texts) {
            Sentences sentences = Sentences.of(one.text);
            List<String> names = Features.of(sentences, signs.in(sentences)).stream()
                    .map(Features.Feature::name)
                    .toList();
            features.add(names);
            names.forEach(name -> counts.merge(name, 1, Integer::sum));
            desks.addAll(one.firstDesks);
        }
        Map<String, Integer> numbers = new HashMap<>();
        counts.forEach((name, count) -> {
            if (count >= MIN_TEXTS) {
                numbers.put(name, numbers.size());
            }
        });
        List<LinearModel.Example> urgent = new ArrayList<>();
        List<LinearModel.Example> directed = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int[] known = known(features.get(i).stream(), numbers);
            urgent.add(
                    new LinearModel.Example(known, List.of(texts.get(i).urgency.code())));
            directed.add(new LinearModel.Example(known, texts.get(i).firstDesks));
        }
        return new Learned(
                numbers,
                LinearModel.train(Coded.codes(Urgency.class), numbers.size(), urgent),
                LinearModel.train(List.copyOf(desks), numbers.size(), directed));
    }

    private static int[] known(Stream<String> names, Map<String, Integer> numbers) {
        return names.map(numbers::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Guess guess(Sentences text, List<Finding> findings) {
        List<Features.Feature> features = Features.of(text, findings);
        if (text.words().isEmpty()) {
            return new Guess(0, Urgency.NORMAL, "", 0, List.of(), List.of());
        }
        int[] known = known(features.stream().map(Features.Feature::name), numbers);
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
            Integer number = feature.end() > 0 ? numbers.get(feature.name()) : null;
            if (number != null) {
                weights.merge(text.partAt(feature.start()), model.support(number, wanted), Float::sum);
            }
        }
        float most = weights.values().stream().max(Float::compare).orElse(0f);
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
        String[] names = new String[numbers.size()];
        numbers.forEach((name, number) -> names[number] = name);
        out.writeInt(names.length);
        for (String name : names) {
            out.writeUTF(name);
        }
        urgency.write(out);
        desk.write(out);
        out.flush();
    }

    static Learned read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        int size = in.readInt();
        Map<String, Integer> numbers = HashMap.newHashMap(size);
        for (int number = 0; number < size; number++) {
            numbers.put(in.readUTF(), number);
        }
        return new Learned(numbers, LinearModel.read(in, size), LinearModel.read(in, size));
    }
}
