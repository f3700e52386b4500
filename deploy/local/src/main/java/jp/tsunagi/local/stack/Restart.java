package jp.tsunagi.local.stack;

import java.util.stream.Collectors;

/** {@code ./tsunagi restart NAME}: the only way a part that ended comes back. */
final class Restart {
    private final Home home;

    Restart(Home home) {
        this.home = home;
    }

    void run(String name) {
        var parts = new Parts(home, Secrets.of(home)).all();
        var part = parts.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        Trouble.Kind.USAGE,
                        "'" + name + "' is not a part; there are "
                                + parts.stream().map(Part::name).collect(Collectors.joining(", ")) + "."));
        var running = new Running(home);
        try (var lock = Lock.take(home)) {
            if (parts.stream().noneMatch(one -> running.trace(one.name()).isPresent())) {
                throw new Trouble(Trouble.Kind.NOT_RUNNING, "Nothing is running; './tsunagi up' starts everything.");
            }
            var stack = new Stack(running, new Progress(home));
            if (running.trace(name).isPresent()) {
                stack.stopOne(part);
            }
            part.ports().forEach(Port::mustBeFree);
            stack.startOne(part);
        }
    }
}
