package jp.tsunagi.local.launcher;

import java.util.stream.Collectors;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Lock;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

/** {@code ./tsunagi down} and {@code reset}. */
final class Down {
    private final StateDirectory directory;
    private final ProcessRegistry processes;

    Down(StateDirectory directory) {
        this.directory = directory;
        this.processes = new ProcessRegistry(directory);
    }

    void run() {
        var components = new Components(directory, Secrets.of(directory)).all();
        try (var lock = Lock.takeOver(directory)) {
            if (components.stream()
                    .allMatch(component -> processes.trace(component.name()).isEmpty())) {
                System.out.println("Nothing is running.");
                return;
            }
            new Stack(processes).stop(components);
        }
    }

    void reset() {
        try (var lock = Lock.take(directory)) {
            var alive = new Components(directory, Secrets.of(directory))
                    .all().stream()
                            .map(Component::name)
                            .filter(processes::alive)
                            .collect(Collectors.joining(", "));
            if (!alive.isEmpty()) {
                throw new LauncherException(
                        LauncherException.Kind.STILL_RUNNING,
                        "Still running: " + alive + "; './tsunagi down' first, then './tsunagi reset'.");
            }
            directory.forget();
            System.out.println(
                    "Forgot all data, logs and passwords in " + directory.path() + "; programs and caches stay.");
        }
    }
}
