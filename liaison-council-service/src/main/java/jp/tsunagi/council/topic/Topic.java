package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/**
 * A theme the council works on, from a member's proposal to its end.
 *
 * <pre>
 * proposed ─► adopted ─► scheduled ─► discussed ─► decided ─► closed
 *   │  │        │            ▲            │
 *   │  │        │            └─ carried-over
 *   │  └► declined
 *   └───────────┴► withdrawn
 * </pre>
 *
 * Who may read it is a separate matter: {@link Publication}.
 */
sealed interface Topic {

    Proposal proposal();

    /** When this state was reached. */
    Instant since();

    /** What was proposed, by whom and when: stays the same through all states. */
    record Proposal(UUID id, String title, String body, String proposerAgency, Instant proposedAt) {}

    record Proposed(Proposal proposal, Instant since) implements Topic {}

    record Adopted(Proposal proposal, Instant since) implements Topic {}

    record Scheduled(Proposal proposal, Instant since, LocalDate meetingOn) implements Topic {}

    record Discussed(Proposal proposal, Instant since, LocalDate meetingOn) implements Topic {}

    record Decided(Proposal proposal, Instant since, LocalDate meetingOn, String decision) implements Topic {}

    record CarriedOver(Proposal proposal, Instant since, LocalDate meetingOn, String reason) implements Topic {}

    record Closed(Proposal proposal, Instant since, LocalDate meetingOn, String decision) implements Topic {}

    record Declined(Proposal proposal, Instant since, String reason) implements Topic {}

    record Withdrawn(Proposal proposal, Instant since, String reason) implements Topic {}

    /** What somebody wants to do with a topic; {@code by} is part of it because permission is a rule. */
    sealed interface Command {
        Actor by();

        record Adopt(Actor by) implements Command {}

        record Schedule(Actor by, LocalDate meetingOn) implements Command {
            public Schedule {
                required(meetingOn, "/meetingOn", "会合の日を入れてください。", "Give the day of the meeting.");
            }
        }

        record Discuss(Actor by) implements Command {}

        record Decide(Actor by, String decision) implements Command {
            public Decide {
                required(decision, "/note", "決まったことを書いてください。", "Write down what was decided.");
            }
        }

        record CarryOver(Actor by, String reason) implements Command {
            public CarryOver {
                required(reason, "/note", "持ち越す理由を書いてください。", "Give the reason for carrying it over.");
            }
        }

        record Close(Actor by) implements Command {}

        record Decline(Actor by, String reason) implements Command {
            public Decline {
                required(reason, "/note", "取り上げない理由を書いてください。", "Give the reason for declining.");
            }
        }

        record Withdraw(Actor by, String reason) implements Command {
            public Withdraw {
                required(reason, "/note", "取り下げる理由を書いてください。", "Give the reason for withdrawing.");
            }
        }

        private static void required(Object value, String pointer, String ja, String en) {
            if (value == null || (value instanceof String text && text.isBlank())) {
                throw new Refusal(Refusal.Kind.INVALID, "topic-command-incomplete", ja, en)
                        .at(pointer, "missing", ja, en);
            }
        }
    }

    /** A state and what is asked of it, so that one switch can see both. */
    record Move(Topic topic, Command command) {}

    /** The whole state machine on one screen: any pair not listed is refused. */
    default Topic on(Command command, Instant now) {
        checkPermission(command);
        Proposal p = proposal();
        return switch (new Move(this, command)) {
            case Move(Proposed _, Command.Adopt _) -> new Adopted(p, now);
            case Move(Proposed _, Command.Decline asked) -> new Declined(p, now, asked.reason());
            case Move(Proposed _, Command.Withdraw asked) -> new Withdrawn(p, now, asked.reason());
            case Move(Adopted _, Command.Schedule asked) -> new Scheduled(p, now, asked.meetingOn());
            case Move(Adopted _, Command.Withdraw asked) -> new Withdrawn(p, now, asked.reason());
            case Move(Scheduled s, Command.Discuss _) -> new Discussed(p, now, s.meetingOn());
            case Move(Discussed d, Command.Decide asked) -> new Decided(p, now, d.meetingOn(), asked.decision());
            case Move(Discussed d, Command.CarryOver asked) -> new CarriedOver(p, now, d.meetingOn(), asked.reason());
            case Move(CarriedOver _, Command.Schedule asked) -> new Scheduled(p, now, asked.meetingOn());
            case Move(Decided d, Command.Close _) -> new Closed(p, now, d.meetingOn(), d.decision());
            case Move(var state, var refused) -> throw new IllegalMove(TopicStatus.of(state), refused);
        };
    }

    /** The secretariat moves topics; a proposer may take its own back. */
    private void checkPermission(Command command) {
        boolean ownWithdrawal = command instanceof Command.Withdraw
                && command.by().hasRole("council-member")
                && command.by().belongsTo(proposal().proposerAgency());
        if (!command.by().hasRole("secretariat") && !ownWithdrawal) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "topic-not-yours",
                    "この操作は事務局だけができます。取下げは提案した機関の構成員もできます。",
                    "Only the secretariat may do this; the proposing agency's members may withdraw their own.");
        }
    }

    /** The text may be corrected only while nobody outside the secretariat could have read it. */
    static Proposal revised(Proposal old, Publication publication, String title, String body) {
        if (publication.isPublished()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "topic-published",
                    "公開したあとは文を変えられません。読んだ人が見たものと変わってしまうためです。",
                    "A published text stays as people have read it.");
        }
        return new Proposal(old.id(), title, body, old.proposerAgency(), old.proposedAt());
    }

    /** The topic is in a state from which this is not possible. */
    final class IllegalMove extends Refusal {
        IllegalMove(TopicStatus from, Command command) {
            super(
                    Kind.CONFLICT,
                    "topic-state",
                    "テーマはいま「" + from.ja() + "」です。この操作はできません。",
                    "The topic is " + from.wire() + ": "
                            + command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                            + " is not possible from there.");
            with("topicStatus", from.wire());
        }
    }
}
