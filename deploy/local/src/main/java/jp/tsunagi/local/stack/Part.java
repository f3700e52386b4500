package jp.tsunagi.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One process of the local stack.
 *
 * @param tier parts stop from the highest tier to the lowest
 * @param ports what must be free before it starts
 * @param needs the parts that must be ready before it starts
 * @param prepare makes its folders and files, and gives its command
 * @param ready whether it truly serves, not merely listens
 * @param afterwards what must be done on it once it serves and before others build on it
 */
record Part(
        String name,
        int tier,
        String address,
        List<Port> ports,
        List<String> needs,
        Supplier<Launch> prepare,
        BooleanSupplier ready,
        Runnable afterwards,
        Duration limit) {
    static final Runnable NOTHING = () -> {};

    /** The process to start. */
    record Launch(List<String> command, Map<String, String> environment, Path folder) {}

    /** PostgreSQL's SIGTERM waits for every client to leave; its SIGINT is the orderly, prompt end. */
    String endSignal() {
        return name.equals("postgres") ? "INT" : "TERM";
    }
}
