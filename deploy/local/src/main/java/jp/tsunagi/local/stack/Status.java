package jp.tsunagi.local.stack;

import java.util.OptionalLong;

/** {@code ./tsunagi status}: what runs, where, and what it costs. */
final class Status {
    private static final String LINE = "%-10s %-10s %8s  %-34s %8s %8s%n";

    private final Home home;
    private final Running running;

    Status(Home home) {
        this.home = home;
        this.running = new Running(home);
    }

    void print() {
        System.out.printf(LINE, "part", "state", "process", "address", "ready s", "PSS MiB");
        var total = 0L;
        for (var part : new Parts(home, Secrets.of(home)).all()) {
            var trace = running.trace(part.name());
            var memory = trace.flatMap(Running.Trace::process).map(Memory::pss).orElseGet(OptionalLong::empty);
            total += memory.orElse(0);
            System.out.printf(
                    LINE,
                    part.name(),
                    trace.map(one -> state(part, one)).orElse("stopped"),
                    trace.map(one -> Long.toString(one.pid())).orElse("-"),
                    part.address(),
                    trace.flatMap(Running.Trace::readyAfter)
                            .map(String::valueOf)
                            .orElse("-"),
                    memory.isPresent() ? Long.toString(memory.getAsLong()) : "-");
        }
        System.out.printf("memory of all parts: %d MiB (proportional set size)%n", total);
        new Figures(home).print();
        System.out.println("state: " + home.state());
    }

    private static String state(Part part, Running.Trace trace) {
        if (!trace.alive()) {
            return "ENDED";
        }
        return part.ready().getAsBoolean() ? "ready" : "NOT READY";
    }
}
