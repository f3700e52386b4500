package jp.tsunagi.local.launcher;

/** The lines that a user sees while waiting. */
final class Progress {
    private Progress() {}

    static void say(String component, String words) {
        System.out.println("  %-12s %s".formatted(component, words).stripTrailing());
        System.out.flush();
    }
}
