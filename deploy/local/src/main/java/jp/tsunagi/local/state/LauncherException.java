package jp.tsunagi.local.state;

/** Why a command of {@code ./tsunagi} ended without doing its work: one sentence and an exit code of its own. */
public final class LauncherException extends RuntimeException {
    /** The shell script itself uses JDK_MISSING (3) and BUILD (4). */
    public enum Kind {
        UNEXPECTED(1),
        USAGE(2),
        NOT_BUILT(4),
        PORT_BUSY(5),
        ALREADY_RUNNING(6),
        MEMORY(7),
        COMPONENT_FAILED(8),
        HALF_DEAD(9),
        STILL_RUNNING(10),
        NOT_RUNNING(11);

        public final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;

    public LauncherException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
