package jp.tsunagi.referral.lifecycle;

/** What a command leads to. */
public sealed interface Transition {

    /** The referral has reached another state, or another mark or note on the same state. */
    record Moved(Referral to) implements Transition {}

    /** The draft is gone. */
    record Discarded() implements Transition {}

    /** The closed referral stays as it is; a new draft replaces it. */
    record Reopened(Closed replaced, Referral.Draft draft) implements Transition {}

    /** The target passes the consultation on by a draft of its own. */
    record Forwarded(Active parent, Referral.Draft child) implements Transition {}
}
