package jp.tsunagi.intake.consent;

import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.submission.FieldLabel;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a consulter said to passing something on. This is where consent is checked.
 *
 * <p>Act on the Protection of Personal Information, Articles 27(1) and 69(2)(i): nearly everything here is special
 * care-required personal information, so consent is per recipient and field, and a newer answer replaces an older one.
 *
 * @param decidedAt null until answered
 * @param recordedBy the counsellor who asked or wrote the answer down
 */
public record Consent(
        UUID id,
        UUID consultation,
        Scope scope,
        Decision decision,
        How how,
        Instant askedAt,
        @Nullable Instant decidedAt,
        String recordedBy) {

    /** Edition of the consent text shown in the mailbox and read out by counsellors today. */
    public static final String CURRENT_TEXT = "2026-11";

    /** The one purpose so far; another one needs a question of its own. */
    public static final String PURPOSE = "referral";

    /**
     * What is asked for.
     *
     * @param recipient code of the desk
     * @param textVersion edition of the text the consulter read or was read
     */
    public record Scope(String recipient, Set<Field> fields, String textVersion) {

        public Scope {
            fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
        }
    }

    /** The consulter's answer. */
    public enum Decision implements Coded {
        ASKED,
        GIVEN,
        REFUSED,
        WITHDRAWN;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** How the answer reached us: clicked by the consulter, or told to a counsellor who recorded it. */
    public enum How implements Coded {
        MAILBOX,
        COUNSELLOR;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    public String recipient() {
        return scope.recipient;
    }

    public Set<Field> fields() {
        return scope.fields;
    }

    /** The consulter did not want it then or later. */
    public boolean isNoSince(Instant then) {
        boolean isNo = decision == Decision.REFUSED || decision == Decision.WITHDRAWN;
        return isNo && decidedAt != null && !decidedAt.isBefore(then);
    }

    public boolean isAsked() {
        return decision == Decision.ASKED;
    }

    /**
     * Why the newest answer does not allow these fields to go to that desk; empty when it does.
     *
     * @param newest the newest consent recorded for the recipient
     */
    public static List<Violation> objections(Optional<Consent> newest, String recipient, Set<Field> fields) {
        if (newest.isEmpty() || !newest.get().recipient().equals(recipient)) {
            return List.of(about(IntakeProblem.CONSENT_MISSING));
        }
        Consent consent = newest.get();
        return switch (consent.decision) {
            case ASKED -> List.of(about(IntakeProblem.CONSENT_UNANSWERED));
            case REFUSED -> List.of(about(IntakeProblem.CONSENT_REFUSED));
            case WITHDRAWN -> List.of(about(IntakeProblem.CONSENT_WITHDRAWN));
            case GIVEN -> objections(consent.scope, fields);
        };
    }

    /** The fields that a consent for the given scope does not cover. */
    public static List<Violation> objections(Scope given, Set<Field> fields) {
        return fields.stream()
                .filter(field -> !given.fields.contains(field))
                .map(field -> new Violation("/fields", IntakeProblem.FIELD_BEYOND_CONSENT)
                        .with("field", new FieldLabel(field)))
                .toList();
    }

    private static Violation about(IntakeProblem problem) {
        return new Violation("/basis", problem);
    }
}
