package jp.tsunagi.local.stack;

import java.nio.file.Path;

/** The lines a person sees while waiting. */
final class Progress {
    private final Home home;

    Progress(Home home) {
        this.home = home;
    }

    void say(String part, String words) {
        System.out.println("  %-12s %s".formatted(part, words).stripTrailing());
        System.out.flush();
    }

    Path log(String part) {
        return home.log(part);
    }
}
