package jp.tsunagi.local.stack;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What somebody typed after {@code ./tsunagi}. */
record Request(Command command, String part, Set<Option> options) {
    enum Command {
        UP,
        DOWN,
        STATUS,
        RESTART,
        RESET,
        HELP
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
        String part = null;
        for (var word : words.subList(Math.min(1, words.size()), words.size())) {
            if (word.startsWith("--") && command == Command.UP) {
                options.add(option(word));
            } else if (command == Command.RESTART && part == null && !word.startsWith("-")) {
                part = word;
            } else {
                throw refused("'" + word + "' means nothing after '" + words.getFirst() + "'");
            }
        }
        if (command == Command.RESTART && part == null) {
            throw refused("'restart' needs the name of a part, such as 'restart intake'");
        }
        return new Request(command, part, Set.copyOf(options));
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

    private static Trouble refused(String why) {
        return new Trouble(Trouble.Kind.USAGE, why + "; './tsunagi help' lists what can be typed.");
    }
}
