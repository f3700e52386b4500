package jp.tsunagi.intake.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * One question about a desk, what the person answered, and whether that was taken back.
 *
 * @param question null for what a counsellor was told without asking here
 * @param answer null while there is none
 * @param withdrawal null while the answer was not taken back
 */
public record ConsentConversation(
        @Nullable Consent question,
        @Nullable Consent answer,
        @Nullable Consent withdrawal,
        State state) {

    /** How it stands today. */
    public enum State implements Coded {
        /** The person may answer. */
        ASKED,
        /** The question was put anew before the person answered. */
        REPLACED,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        /** The person said something newer about this desk. */
        OVERTAKEN;

        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }

    /** The entry that it began with. */
    private Consent first() {
        return question != null ? question : requireNonNull(answer);
    }

    public UUID id() {
        return first().id();
    }

    public String recipient() {
        return first().recipient();
    }

    public String textVersion() {
        return first().scope().textVersion();
    }

    /** The sentences that were asked: in an answer the one that was read. */
    public List<Wording> wordings() {
        return answer == null ? first().wordings() : answer.wordings();
    }

    /** What was asked, for a reader; null when it was not kept. */
    public @Nullable Wording wording(Locale reader) {
        return Wording.in(reader, wordings());
    }

    public String recordedBy() {
        return first().recordedBy();
    }

    public List<Field> asked() {
        return List.copyOf(first().fields());
    }

    public List<Field> agreed() {
        return answer == null ? List.of() : List.copyOf(answer.fields());
    }

    public @Nullable Instant askedAt() {
        return question == null ? null : question.recordedAt();
    }

    public @Nullable Instant answeredAt() {
        return answer == null ? null : answer.decidedAt();
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawal == null ? null : withdrawal.decidedAt();
    }

    public boolean open() {
        return state == State.ASKED;
    }

    public boolean inForce() {
        return state == State.GIVEN;
    }

    public boolean no() {
        return state == State.REFUSED || state == State.WITHDRAWN;
    }

    /** What the desk requires and a yes that counts leaves out: with that nothing can be handed over. */
    public List<Field> lacking(List<Field> required) {
        return inForce()
                ? required.stream().filter(field -> !agreed().contains(field)).toList()
                : List.of();
    }
}
