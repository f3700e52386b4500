package jp.tsunagi.local.component;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.tsunagi.local.state.Port;

/**
 * One process of the local stack.
 *
 * @param tier components stop from the highest tier to the lowest
 * @param ports what must be free before it starts
 * @param needs the components that must be ready before it starts
 * @param prepare makes its folders and files, and gives its command
 * @param ready whether it truly serves, not merely listens
 * @param afterwards what must be done on it once it serves and before others build on it
 */
public record Component(
        String name,
        int tier,
        String address,
        List<Port> ports,
        List<String> needs,
        Supplier<Launch> prepare,
        BooleanSupplier ready,
        Runnable afterwards) {
    /** What every Java program of the stack writes into its log when all its work is done. */
    public static final String STOPPED = "stopped in ";

    Component(
            String name,
            int tier,
            String address,
            List<Port> ports,
            List<String> needs,
            Supplier<Launch> prepare,
            BooleanSupplier ready) {
        this(name, tier, address, ports, needs, prepare, ready, () -> {});
    }

    Component andThen(Runnable task) {
        return new Component(name, tier, address, ports, needs, prepare, ready, task);
    }

    /** The process to start. */
    public record Launch(List<String> command, Map<String, String> environment, Path folder) {}

    /** PostgreSQL's SIGTERM waits for every client to leave; its SIGINT is the orderly, prompt end. */
    public String endSignal() {
        return name.equals("postgres") ? "INT" : "TERM";
    }
}
