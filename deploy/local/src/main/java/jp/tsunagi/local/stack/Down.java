package jp.tsunagi.local.stack;

import java.util.stream.Collectors;

/** {@code ./tsunagi down} and {@code reset}. */
final class Down {
    private final Home home;
    private final Running running;

    Down(Home home) {
        this.home = home;
        this.running = new Running(home);
    }

    void run() {
        var parts = new Parts(home, Secrets.of(home)).all();
        try (var lock = Lock.takeOver(home)) {
            if (parts.stream().allMatch(part -> running.trace(part.name()).isEmpty())) {
                System.out.println("Nothing is running.");
                return;
            }
            new Stack(running, new Progress(home)).stop(parts);
        }
    }

    void reset() {
        try (var lock = Lock.take(home)) {
            var alive = new Parts(home, Secrets.of(home))
                    .all().stream().map(Part::name).filter(running::alive).collect(Collectors.joining(", "));
            if (!alive.isEmpty()) {
                throw new Trouble(
                        Trouble.Kind.STILL_RUNNING,
                        "Still running: " + alive + "; './tsunagi down' first, then './tsunagi reset'.");
            }
            home.forget();
            System.out.println(
                    "Forgot all data, logs and passwords in " + home.state() + "; programs and caches stay.");
        }
    }
}
