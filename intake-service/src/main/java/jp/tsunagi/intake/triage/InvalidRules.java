package jp.tsunagi.intake.triage;

/** A text with rules or signs that is refused as a whole: which one, where, and why. */
public final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String reason;

    InvalidRules(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    String file() {
        return file;
    }

    /** Whether the routing guide is wrong, and not the other rules. */
    public boolean isInGuide() {
        return file.equals(RuleFile.GUIDE);
    }

    /** The first line is 1. */
    public int line() {
        return line;
    }

    /** In English, for whoever writes rules. */
    public String reason() {
        return reason;
    }
}
