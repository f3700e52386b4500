package jp.tsunagi.local.launcher;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.local.state.LauncherException;

/**
 * The command line after {@code ./tsunagi}.
 *
 * @param component empty when the command is about the whole stack
 */
record Request(Command command, String component, Set<Option> options) {
    enum Command {
        UP,
        DOWN,
        STATUS,
        SETTINGS,
        STOP,
        RESTART,
        ADMINISTRATOR,
        RESET,
        HELP;

        private boolean takesName() {
            return this == STOP || this == RESTART;
        }
    }

    enum Option {
        DETACH,
        INFRA,
        NO_SIMULATOR,
        NO_DEMO;

        private String word() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Request of(List<String> words) {
        var command = command(words.isEmpty() ? "help" : words.getFirst());
        var options = new HashSet<Option>();
        var component = "";
        for (var word : words.subList(Math.min(1, words.size()), words.size())) {
            if (word.startsWith("--") && command == Command.UP) {
                options.add(option(word));
            } else if (command.takesName() && component.isEmpty() && !word.startsWith("-")) {
                component = word;
            } else {
                throw refused("'" + word + "' means nothing after '" + words.getFirst() + "'");
            }
        }
        if (command.takesName() && component.isEmpty()) {
            throw refused("'" + words.getFirst() + "' needs the name of a component, such as 'restart intake'");
        }
        return new Request(command, component, Set.copyOf(options));
    }

    boolean has(Option option) {
        return options.contains(option);
    }

    private static Command command(String word) {
        return Arrays.stream(Command.values())
                .filter(command -> command.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> refused("'" + word + "' is not a command"));
    }

    private static Option option(String word) {
        return Arrays.stream(Option.values())
                .filter(option -> option.word().equals(word))
                .findFirst()
                .orElseThrow(() -> refused("'" + word + "' is not an option of 'up'"));
    }

    private static LauncherException refused(String why) {
        return new LauncherException(LauncherException.Kind.USAGE, why + "; './tsunagi help' lists what can be typed.");
    }
}
