package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.junit.jupiter.api.Test;

/**
 * How well triage reads the labelled texts, from the words alone. The numbers of baseline.json may not fall;
 * {@code ./tsunagi triage} prints the report and keeps it, and {@code -Dtsunagi.triage.baseline=true} writes the file.
 */
class LabelledTextsTest {

    private static final Path FOLDER = Path.of("src/test/resources/triage");
    private static final Path BASELINE = FOLDER.resolve("baseline.json");
    private static final Path LAST = Path.of("target/triage-last.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> URGENCIES = List.of("emergency", "high", "normal", "low");

    /** The numbers of one file, as shares; more is better. */
    private static final class Numbers {
        private final Map<String, Integer> confusion = new TreeMap<>();
        private int texts;
        private int urgencyRight;
        private int firstDeskRight;
        private int notForbidden;
        private int wishes;
        private int wishesRight;
        private final Map<String, Kind> kinds = new TreeMap<>();

        /** How often a kind of harm was wanted, said, and both. */
        private static final class Kind {
            private int wanted;
            private int said;
            private int right;

            double recall() {
                return wanted == 0 ? 1 : (double) right / wanted;
            }

            double precision() {
                return said == 0 ? 1 : (double) right / said;
            }

            Kind and(Kind other) {
                Kind both = new Kind();
                both.wanted = wanted + other.wanted;
                both.said = said + other.said;
                both.right = right + other.right;
                return both;
            }
        }

        private Kind kind(String code) {
            return kinds.computeIfAbsent(code, _ -> new Kind());
        }

        void add(LabelledTexts.Line line, Assessment assessment) {
            texts++;
            String said = assessment.urgency().code();
            confusion.merge(line.urgency() + ">" + said, 1, Integer::sum);
            urgencyRight += line.urgency().equals(said) ? 1 : 0;
            String desk = assessment.desks().getFirst().value();
            firstDeskRight += line.firstDesk().contains(desk) ? 1 : 0;
            notForbidden += line.notDesks().contains(desk) ? 0 : 1;
            Set<String> harms = assessment.categories().stream()
                    .map(kind -> kind.value().code())
                    .collect(Collectors.toSet());
            line.categories().forEach(code -> kind(code).wanted++);
            harms.forEach(code -> kind(code).said++);
            line.categories().stream().filter(harms::contains).forEach(code -> kind(code).right++);
            var wish = assessment.wish();
            if (!line.wish().equals(Wish.UNANSWERED.code())) {
                wishes++;
                wishesRight += wish != null && wish.value().code().equals(line.wish()) ? 1 : 0;
            }
        }

        private double share(String wanted, String said) {
            int hits = confusion.getOrDefault(wanted + ">" + said, 0);
            int all = confusion.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(wanted + ">"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return all == 0 ? 1 : (double) hits / all;
        }

        private double precision(String urgency) {
            int all = confusion.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(">" + urgency))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return all == 0 ? 1 : (double) confusion.getOrDefault(urgency + ">" + urgency, 0) / all;
        }

        Map<String, Double> shares() {
            Map<String, Double> shares = new TreeMap<>();
            for (String urgency : URGENCIES) {
                shares.put(urgency + " precision", round(precision(urgency)));
                shares.put(urgency + " recall", round(share(urgency, urgency)));
            }
            shares.put("first desk", round((double) firstDeskRight / texts));
            shares.put("no forbidden desk first", round((double) notForbidden / texts));
            shares.put("urgency", round((double) urgencyRight / texts));
            Kind all = kinds.values().stream().reduce(new Kind(), Kind::and);
            shares.put("kinds of harm precision", round(all.precision()));
            shares.put("kinds of harm recall", round(all.recall()));
            shares.put("wish", round(wishes == 0 ? 1 : (double) wishesRight / wishes));
            return shares;
        }

        private static double round(double share) {
            return Math.round(share * 1000) / 1000.0;
        }

        String kindsTable() {
            StringBuilder table = new StringBuilder("| kind of harm | wanted | said | precision | recall |\n");
            kinds.forEach((code, kind) -> table.append(String.format(
                    "| %s | %d | %d | %.2f | %.2f |%n",
                    code, kind.wanted, kind.said, kind.precision(), kind.recall())));
            return table.toString();
        }

        String table() {
            StringBuilder table = new StringBuilder("| wanted \\ said | " + String.join(" | ", URGENCIES) + " |\n");
            for (String wanted : URGENCIES) {
                table.append("| ").append(wanted);
                for (String said : URGENCIES) {
                    table.append(" | ").append(confusion.getOrDefault(wanted + ">" + said, 0));
                }
                table.append(" |\n");
            }
            return table.toString();
        }
    }

    private static Numbers numbers(Triage triage, String file) throws IOException {
        Numbers numbers = new Numbers();
        for (LabelledTexts.Line line : LabelledTexts.read(FOLDER.resolve(file))) {
            numbers.add(line, triage.assess(line.text()));
        }
        return numbers;
    }

    @Test
    @SuppressWarnings("unchecked")
    void theNumbersDoNotFall() throws IOException {
        Triage triage = new Triage();
        Map<String, Map<String, Double>> now = new TreeMap<>();
        StringBuilder report = new StringBuilder();
        Map<String, Map<String, Double>> last =
                Files.exists(LAST) ? JSON.readValue(LAST.toFile(), Map.class) : Map.of();
        for (String file : List.of("seen.jsonl", "unseen.jsonl")) {
            Numbers numbers = numbers(triage, file);
            now.put(file, numbers.shares());
            report.append('\n').append(file).append(": ").append(numbers.texts).append(" texts\n\n");
            report.append(numbers.table()).append('\n');
            report.append(numbers.kindsTable()).append('\n');
            numbers.shares().forEach((name, share) -> {
                double before = last.getOrDefault(file, Map.of()).getOrDefault(name, share);
                report.append(String.format("%-26s %.3f%s%n", name, share, change(share - before)));
            });
        }
        JSON.writeValue(LAST.toFile(), now);
        if (Boolean.getBoolean("tsunagi.triage.print")) {
            System.out.println(report);
        }
        if (Boolean.getBoolean("tsunagi.triage.baseline")) {
            JSON.writerWithDefaultPrettyPrinter().writeValue(BASELINE.toFile(), now);
        }
        Map<String, Map<String, Double>> baseline = JSON.readValue(BASELINE.toFile(), Map.class);
        baseline.forEach((file, shares) -> shares.forEach((name, share) -> {
            double said = now.getOrDefault(file, Map.of()).getOrDefault(name, 0.0);
            assertTrue(said >= share, file + ", " + name + ": " + said + " instead of " + share + "\n" + report);
        }));
        assertEquals(now.keySet(), baseline.keySet());
    }

    private static String change(double difference) {
        return Math.abs(difference) < 0.0005 ? "" : String.format("  (%+.3f since the last run)", difference);
    }

    @Test
    void everyDeskOfTheRulesIsInTheDirectory() throws IOException {
        Set<String> known = new TreeSet<>();
        JSON.readTree(Path.of("../deploy/directory/desks.json").toFile())
                .findValuesAsText("code")
                .forEach(known::add);
        Set<String> named = new Triage()
                .rules().rules().stream()
                        .flatMap(rule -> switch (rule.answer()) {
                            case Rule.Answer.To to -> java.util.stream.Stream.of(to.desk());
                            case Rule.Answer.NotTo to -> java.util.stream.Stream.of(to.desk());
                            case Rule.Answer.Kinds _, Rule.Answer.Wanted _, Rule.Answer.Urgent _ ->
                                java.util.stream.Stream.of();
                        })
                        .collect(Collectors.toCollection(TreeSet::new));

        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    @Test
    void theHalfThatNobodyLooksAtIsNotLearnedFrom() throws IOException {
        Set<String> unseen = LabelledTexts.read(FOLDER.resolve("unseen.jsonl")).stream()
                .map(LabelledTexts.Line::text)
                .collect(Collectors.toSet());
        List<String> learned = new ArrayList<>();
        for (Path file : LabelledTexts.seen(FOLDER)) {
            LabelledTexts.read(file).forEach(line -> learned.add(line.text()));
        }

        assertTrue(unseen.size() >= 200 && learned.size() >= 200, unseen.size() + " and " + learned.size());
        assertTrue(learned.stream().noneMatch(unseen::contains));
        assertEquals(learned.size(), Set.copyOf(learned).size());
    }

    @Test
    void theFilesHoldEveryUrgencyAndEveryWayOfWriting() throws IOException {
        List<LabelledTexts.Line> lines = LabelledTexts.read(FOLDER.resolve("unseen.jsonl"));

        assertEquals(
                Set.copyOf(URGENCIES),
                lines.stream().map(LabelledTexts.Line::urgency).collect(Collectors.toSet()));
        assertTrue(lines.stream()
                .map(LabelledTexts.Line::kind)
                .collect(Collectors.toSet())
                .containsAll(List.of(
                        "plain",
                        "polite",
                        "misspelt",
                        "dialect",
                        "child",
                        "kana",
                        "english",
                        "translated",
                        "lookalike",
                        "long",
                        "message")));
        assertEquals(4, Urgency.values().length);
    }
}
