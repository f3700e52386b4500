package jp.tsunagi.local.launcher;

import java.nio.file.Path;
import jp.tsunagi.local.state.StateDirectory;

/** The lines a person sees while waiting. */
final class Progress {
    private final StateDirectory directory;

    Progress(StateDirectory directory) {
        this.directory = directory;
    }

    void say(String component, String words) {
        System.out.println("  %-12s %s".formatted(component, words).stripTrailing());
        System.out.flush();
    }

    Path log(String component) {
        return directory.log(component);
    }
}
