package jp.tsunagi.intake.consultation;

import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.platform.problem.Refusal;

/**
 * A consultation on its way from "received" to "closed"; the text and names belong to its {@link CaseFile}.
 *
 * <pre>
 *  received ──take──► in-progress ──answer──► advised ──reply or take──► in-progress
 *  any open state ──answer──► advised   ──hand-over──► referred   ──close──► closed
 *  referred ──conclude (the desk is done)──► in-progress
 *  any open state ──come-back (the desk cannot)──► returned ──take──► in-progress
 * </pre>
 */
public sealed interface Consultation {

    UUID id();

    /** Code of the agency whose counsellors work on it. */
    String owner();

    /** Id of the counsellor who has it, empty for nobody. */
    String holder();

    /** Somebody still has something to do. */
    sealed interface Open extends Consultation {}

    /** Nobody has opened it yet. */
    record Received(UUID id, String owner) implements Open {
        @Override
        public String holder() {
            return "";
        }
    }

    /** Somebody is working on it. */
    record InProgress(UUID id, String owner, String holder) implements Open {}

    /** An answer lies in the consulter's mailbox. */
    record Advised(UUID id, String owner, String holder) implements Open {}

    /** Another desk has it, beside us. */
    record Referred(UUID id, String owner, String holder) implements Open {}

    /** Another desk could not take it: the first thing to look at, so that nobody is passed round in circles. */
    record Returned(UUID id, String owner, String holder, Return why) implements Open {}

    /** Done. */
    record Closed(UUID id, String owner, String holder) implements Consultation {}

    /**
     * Why it came back.
     *
     * @param reason code of vocabulary.md 3.2, for example {@code not-in-remit}
     * @param suggestedDesk a desk that may fit better, or null
     */
    record Return(String desk, String reason, String suggestedDesk) {}

    /** What can be done with a consultation. */
    sealed interface Command {
        record Take(String by) implements Command {}

        record Answer(String by) implements Command {}

        record HandOver(String by) implements Command {}

        /** The other desk rejected it, failed, or was never reached. */
        record ComeBack(Return why) implements Command {}

        /** The last desk that had it has finished. */
        record Conclude() implements Command {}

        /** The consulter wrote again. */
        record Reply() implements Command {}

        record Close(String by) implements Command {}

        default String code() {
            return Code.of(getClass());
        }
    }

    default String status() {
        return Code.of(getClass());
    }

    /** All moves there are; a pair that is not listed is refused. */
    default Consultation on(Command command) {
        return switch (new Move(this, command)) {
            case Move(Received s, Command.Take(var by)) -> new InProgress(s.id, s.owner, by);
            case Move(InProgress s, Command.Take(var by)) -> new InProgress(s.id, s.owner, by);
            case Move(Advised s, Command.Take(var by)) -> new InProgress(s.id, s.owner, by);
            case Move(Returned s, Command.Take(var by)) -> new InProgress(s.id, s.owner, by);

            case Move(Open s, Command.Answer(var by)) -> new Advised(s.id(), s.owner(), by);
            case Move(Open s, Command.HandOver(var by)) -> new Referred(s.id(), s.owner(), by);
            case Move(Open s, Command.Close(var by)) -> new Closed(s.id(), s.owner(), by);

            case Move(Open s, Command.ComeBack(var why)) -> new Returned(s.id(), s.owner(), s.holder(), why);
            case Move(Referred s, Command.Conclude _) -> new InProgress(s.id, s.owner, s.holder);
            case Move(Open s, Command.Conclude _) -> s;

            case Move(Advised s, Command.Reply _) -> new InProgress(s.id, s.owner, s.holder);
            case Move(Open s, Command.Reply _) -> s;

            // News from a desk about a closed case is kept with the referral and wakes nobody.
            case Move(Closed s, Command.ComeBack _) -> s;
            case Move(Closed s, Command.Conclude _) -> s;

            case Move(var state, var refused) -> throw new IllegalMove(state, refused);
        };
    }

    /** A state and what somebody wants to do with it. */
    record Move(Consultation state, Command command) {}

    /** The consultation is not in a state for that. */
    final class IllegalMove extends Refusal {
        IllegalMove(Consultation state, Command refused) {
            super(
                    Kind.CONFLICT,
                    "wrong-state",
                    "この相談は今その操作ができない状態です。もう一度開いて確かめてください。",
                    "The consultation is not in a state for that: read it again.");
            with("status", state.status());
            with("command", refused.code());
        }
    }

    /** Class names as wire codes: {@code InProgress} is {@code in-progress}. */
    final class Code {
        private Code() {}

        static String of(Class<?> type) {
            return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    }
}
