package jp.tsunagi.local.launcher;

import java.util.OptionalLong;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

/** {@code ./tsunagi status}: what runs, where, and what it costs. */
final class Status {
    private static final String LINE = "%-10s %-10s %8s  %-34s %8s%n";

    private final StateDirectory directory;
    private final ProcessRegistry processes;

    Status(StateDirectory directory) {
        this.directory = directory;
        this.processes = new ProcessRegistry(directory);
    }

    void print() {
        System.out.printf(LINE, "component", "state", "process", "address", "PSS MiB");
        var total = 0L;
        for (var component : new Components(directory, Secrets.of(directory)).all()) {
            var trace = processes.trace(component.name());
            var memory = trace.flatMap(ProcessRegistry.Trace::process)
                    .map(Memory::pss)
                    .orElseGet(OptionalLong::empty);
            total += memory.orElse(0);
            System.out.printf(
                    LINE,
                    component.name(),
                    trace.map(one -> state(component, one)).orElse("stopped"),
                    trace.map(one -> Long.toString(one.pid())).orElse("-"),
                    component.address(),
                    memory.isPresent() ? Long.toString(memory.getAsLong()) : "-");
        }
        System.out.printf("memory of all components: %d MiB (proportional set size)%n", total);
        System.out.println("state: " + directory.path());
    }

    private static String state(Component component, ProcessRegistry.Trace trace) {
        if (!trace.alive()) {
            return "ENDED";
        }
        return component.ready().getAsBoolean() ? "ready" : "NOT READY";
    }
}
