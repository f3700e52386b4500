package jp.tsunagi.intake.triage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What {@code ./tsunagi bench} asks: how long triage takes beside cutting the same text into words alone, in turns. */
final class TriageSpeed {

    private static final int LONG = 10_000;

    private TriageSpeed() {}

    /** @param args a file of labelled texts, and how many rounds the middle is taken of */
    public static void main(String[] args) throws IOException {
        Triage triage = new Triage();
        List<String> usual = LabelledTexts.read(Path.of(args[0])).stream()
                .map(LabelledTexts.Line::text)
                .toList();
        List<String> longer = longer(usual);
        int rounds = Integer.parseInt(args[1]);
        compare(triage, "a usual text", usual, rounds);
        compare(triage, "10,000 characters", longer, rounds);
    }

    /** Texts of so many characters, made of the usual ones. */
    private static List<String> longer(List<String> texts) {
        List<String> longer = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String one : texts) {
            text.append(one).append('\n');
            if (text.length() >= LONG) {
                longer.add(text.substring(0, LONG));
                text.setLength(0);
            }
        }
        return longer;
    }

    private static void compare(Triage triage, String what, List<String> texts, int rounds) {
        double[] alone = new double[rounds];
        double[] whole = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            alone[round] = milliseconds(texts, Word::of);
            whole[round] = milliseconds(texts, triage::assess);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "triage of %s: %.2f ms, %.1f times as long as cutting it into words",
                what,
                middle(whole),
                middle(whole) / middle(alone)));
    }

    private static double milliseconds(List<String> texts, Consumer<String> work) {
        long start = System.nanoTime();
        texts.forEach(work);
        return (System.nanoTime() - start) / 1e6 / texts.size();
    }

    private static double middle(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
