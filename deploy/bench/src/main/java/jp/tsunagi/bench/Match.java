package jp.tsunagi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, done by ours and by others in turns.
 *
 * @param rows how many referrals lay in the database
 */
record Match(String work, int rows, Contender ours, List<Other> others) {

    /** @param wanted the least part of the other's speed that ours should have; null when nobody asked for one */
    record Other(Contender contender, @Nullable Double wanted) {}

    /** Few, because the compiler needs a core of its own: beside 8 connections it gets a tenth of one. */
    static final int WARM_UP_CONNECTIONS = 2;

    /** All turns of one number of connections, as a line for each other. */
    List<Line> play(int connections, int rounds, Duration turn) throws Exception {
        Map<Contender, List<Result>> results = new HashMap<>();
        List<Contender> all = contenders();
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : all) {
                results.computeIfAbsent(contender, _ -> new ArrayList<>()).add(contender.run(connections, turn));
            }
            // Nobody always comes after the same one.
            Collections.reverse(all);
        }
        return others.stream()
                .map(other -> Line.of(
                        this,
                        connections,
                        other,
                        results.getOrDefault(ours, List.of()),
                        results.getOrDefault(other.contender, List.of())))
                .toList();
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(List.of(ours));
        others.forEach(other -> all.add(other.contender));
        return all;
    }

    /**
     * Lets everybody run until the speed of each stays within a twentieth three times, or for a minute. Ours runs for half
     * of one at least: it is more to compile, and a compiler that has not begun looks steady, too.
     */
    void warmUp() throws Exception {
        for (Contender contender : contenders()) {
            double before = 0;
            int steady = 0;
            int least = contender.equals(ours) ? 15 : 5;
            for (int i = 0; i < 30 && (steady < 3 || i < least); i++) {
                double now = contender
                        .run(WARM_UP_CONNECTIONS, Duration.ofSeconds(2))
                        .perSecond();
                steady = Math.abs(now - before) < before / 20 ? steady + 1 : 0;
                before = now;
            }
        }
    }
}
