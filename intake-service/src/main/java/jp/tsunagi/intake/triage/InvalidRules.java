package jp.tsunagi.intake.triage;

/** A file of rules or signs that is refused as a whole: where, and why. */
final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String reason;

    InvalidRules(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
