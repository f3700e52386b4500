package jp.tsunagi.local.launcher;

import java.util.stream.Collectors;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Lock;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;

/** {@code ./tsunagi stop NAME} and {@code restart NAME}: the only way a component that ended comes back. */
final class Restart {
    private final StateDirectory directory;

    Restart(StateDirectory directory) {
        this.directory = directory;
    }

    void run(String name, boolean startAgain) {
        var components = new Components(directory, Secrets.of(directory)).all();
        var component = components.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException(
                        LauncherException.Kind.USAGE,
                        "'" + name + "' is not a component; there are "
                                + components.stream().map(Component::name).collect(Collectors.joining(", ")) + "."));
        var processes = new ProcessRegistry(directory);
        try (var lock = Lock.take(directory)) {
            if (components.stream().noneMatch(one -> processes.trace(one.name()).isPresent())) {
                throw new LauncherException(
                        LauncherException.Kind.NOT_RUNNING, "Nothing is running; './tsunagi up' starts everything.");
            }
            var stack = new Stack(processes);
            if (processes.trace(name).isPresent()) {
                stack.stopOne(component);
            }
            if (startAgain) {
                component.needs().stream()
                        .filter(need -> !processes.alive(need))
                        .forEach(need -> Stack.say(
                                name, "needs " + need + ", which is not running; './tsunagi restart " + need + "'"));
                component.ports().forEach(Port::mustBeFree);
                stack.startOne(component);
            }
        }
    }
}
