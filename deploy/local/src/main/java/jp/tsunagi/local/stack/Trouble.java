package jp.tsunagi.local.stack;

/** Why a command of {@code ./tsunagi} ended without doing its work: one sentence and an exit code of its own. */
final class Trouble extends RuntimeException {
    /** The shell script itself uses JDK_MISSING (3) and BUILD (4). */
    enum Kind {
        UNEXPECTED(1),
        USAGE(2),
        NOT_BUILT(4),
        PORT_BUSY(5),
        ALREADY_RUNNING(6),
        MEMORY(7),
        PART_FAILED(8),
        HALF_DEAD(9),
        STILL_RUNNING(10),
        NOT_RUNNING(11);

        final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;

    Trouble(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
