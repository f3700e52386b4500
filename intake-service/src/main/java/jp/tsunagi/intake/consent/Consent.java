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
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * One entry of what a consulter was asked and said about passing something on. This is where consent is checked.
 *
 * <p>Act on the Protection of Personal Information, Articles 27(1) and 69(2)(i): nearly everything here is special
 * care-required personal information, so consent is per recipient and field. An entry is never changed: an answer, and
 * a yes that is taken back, is an entry of its own, and the newest one counts.
 *
 * @param wordings the sentence that was asked: in every language, and in an answer in the one that the consulter read;
 *     empty for what a counsellor was told under an earlier edition
 * @param decidedAt when the consulter said so; null for a question
 * @param recordedBy the counsellor who asked or wrote the answer down
 * @param about the entry that this one answers or takes back; null for a question and for what a counsellor was told
 * @param approval who else approved it, when the consulter had said no before; null otherwise
 */
public record Consent(
        UUID id,
        UUID consultation,
        Scope scope,
        List<Wording> wordings,
        Decision decision,
        How how,
        Instant recordedAt,
        @Nullable Instant decidedAt,
        String recordedBy,
        @Nullable UUID about,
        @Nullable UUID approval) {

    public Consent {
        wordings = List.copyOf(wordings);
    }

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

    /** What an entry says. */
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

    /** A question for the consulter's mailbox. */
    static Consent question(UUID consultation, Scope scope, List<Wording> wordings, String by, Instant now) {
        return new Consent(
                Ids.next(), consultation, scope, wordings, Decision.ASKED, How.MAILBOX, now, null, by, null, null);
    }

    /** What a consulter told a counsellor. */
    public static Consent told(
            UUID consultation,
            Scope scope,
            List<Wording> wordings,
            Instant givenAt,
            String by,
            @Nullable UUID approval,
            Instant now) {
        return new Consent(
                Ids.next(),
                consultation,
                scope,
                wordings,
                Decision.GIVEN,
                How.COUNSELLOR,
                now,
                givenAt,
                by,
                null,
                approval);
    }

    /** This question as the consulter read it. */
    Consent readIn(Locale language) {
        Wording read = Wording.in(language, wordings);
        List<Wording> kept = read == null ? List.of() : List.of(read);
        return new Consent(
                id, consultation, scope, kept, decision, how, recordedAt, decidedAt, recordedBy, about, approval);
    }

    /** The consulter's answer to this question; only fields that were asked for can be given. */
    Consent answered(Set<Field> agreed, Instant now) {
        Set<Field> given = EnumSet.noneOf(Field.class);
        agreed.stream().filter(scope.fields::contains).forEach(given::add);
        return followedBy(Decision.GIVEN, given, now);
    }

    Consent refused(Instant now) {
        return followedBy(Decision.REFUSED, Set.of(), now);
    }

    Consent withdrawn(Instant now) {
        return followedBy(Decision.WITHDRAWN, Set.of(), now);
    }

    private Consent followedBy(Decision next, Set<Field> fields, Instant now) {
        Scope decided = new Scope(scope.recipient, fields, scope.textVersion);
        return new Consent(
                Ids.next(), consultation, decided, wordings, next, How.MAILBOX, now, now, recordedBy, id, null);
    }

    public String recipient() {
        return scope.recipient;
    }

    public Set<Field> fields() {
        return scope.fields;
    }

    public boolean isAsked() {
        return decision == Decision.ASKED;
    }

    public boolean isGiven() {
        return decision == Decision.GIVEN;
    }

    /** The consulter did not want it, or no longer does. */
    public boolean isNo() {
        return decision == Decision.REFUSED || decision == Decision.WITHDRAWN;
    }

    /**
     * Why the newest entry does not allow these fields to go to that desk; empty when it does.
     *
     * @param newest the newest entry for the recipient
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
