package jp.tsunagi.intake.mailbox;

import java.time.Duration;

/** When an open mailbox closes by itself, and how long before that it says so. */
record Idle(Duration limit, Duration warning) {

    static final Idle SESSION = new Idle(MailboxSessions.IDLE, MailboxSessions.WARNING);

    public int limitMinutes() {
        return (int) limit.toMinutes();
    }

    public int warningMinutes() {
        return (int) warning.toMinutes();
    }

    public long limitSeconds() {
        return limit.toSeconds();
    }

    public long warningSeconds() {
        return warning.toSeconds();
    }
}
