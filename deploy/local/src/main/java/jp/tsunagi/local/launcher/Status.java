package jp.tsunagi.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import jp.tsunagi.local.Api;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.component.Service;
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
                    trace.map(one -> state(component, one)).orElseGet(() -> withoutProcess(component)),
                    trace.map(one -> Long.toString(one.pid())).orElse("-"),
                    component.address(),
                    memory.isPresent() ? Long.toString(memory.getAsLong()) : "-");
        }
        System.out.printf("memory of all components: %d MiB (proportional set size)%n", total);
        Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .forEach(service -> System.out.println(events(service)));
        System.out.println("state: " + directory.path());
    }

    /** What a service's readiness says of the events that go out and of those that come in, each with its check's name. */
    private static String events(Service service) {
        var figures = new StringJoiner(", ", "events of " + service.componentName() + ": ", "");
        try {
            var answer = Api.once(() -> HttpRequest.newBuilder(URI.create(service.port.url() + "/q/health/ready")));
            for (var check : new ObjectMapper().readTree(answer.body()).path("checks")) {
                String name = check.path("name").asText();
                if (Set.of("outbox", "inbox").contains(name)) {
                    check.path("data").properties().stream()
                            .map(figure -> name + " " + figure.getKey() + " " + figure.getValue())
                            .forEach(figures::add);
                }
            }
        } catch (IOException away) {
            figures.add("not known, the service does not answer");
        }
        return figures.toString();
    }

    /** A service in dev mode answers where the stack's own would. */
    private static String withoutProcess(Component component) {
        return component.ready().getAsBoolean() ? "elsewhere" : "stopped";
    }

    private static String state(Component component, ProcessRegistry.Trace trace) {
        if (!trace.alive()) {
            return "ENDED";
        }
        return component.ready().getAsBoolean() ? "ready" : "NOT READY";
    }
}
