package jp.tsunagi.intake.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.problem.Refusal.Pointed;

/**
 * What a consulter said to passing something on: to whom, which fields, on reading which text. This is where consent
 * is checked.
 *
 * <p>APPI 27(1) and 69(2)(i): nearly everything here is 要配慮個人情報, so consent is per recipient and field, and a
 * newer answer replaces an older one.
 *
 * @param recipient code of the desk
 * @param textVersion edition of the text the consulter read or was read
 * @param decidedAt null until answered
 * @param recordedBy the counsellor who asked or wrote the answer down
 */
public record Consent(
        UUID id,
        UUID consultation,
        String recipient,
        Set<Field> fields,
        String textVersion,
        Decision decision,
        How how,
        Instant askedAt,
        Instant decidedAt,
        String recordedBy) {

    /** Edition of the consent text shown in the mailbox and read out by counsellors today. */
    public static final String CURRENT_TEXT = "2026-11";

    /** The one purpose so far; another one needs a question of its own. */
    public static final String PURPOSE = "referral";

    public Consent {
        fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    /** The consulter's answer. */
    public enum Decision {
        ASKED,
        GIVEN,
        REFUSED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the answer reached us: clicked by the consulter, or told to a counsellor who recorded it. */
    public enum How {
        MAILBOX,
        COUNSELLOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the consulter told a counsellor, before it is recorded. */
    public static Consent told(
            String recipient, Set<Field> fields, String textVersion, Instant givenAt, String recordedBy, Instant now) {
        return new Consent(
                null, null, recipient, fields, textVersion, Decision.GIVEN, How.COUNSELLOR, now, givenAt, recordedBy);
    }

    /** The consulter does not want it, or no longer. */
    public boolean isNo() {
        return decision == Decision.REFUSED || decision == Decision.WITHDRAWN;
    }

    public boolean isAsked() {
        return decision == Decision.ASKED;
    }

    /**
     * Why the newest answer does not allow these fields to go to that desk; empty when it does.
     *
     * @param newest the newest consent recorded for the recipient
     */
    public static List<Pointed> objections(Optional<Consent> newest, String recipient, Set<Field> fields) {
        if (newest.isEmpty() || !newest.get().recipient.equals(recipient)) {
            return List.of(MISSING);
        }
        Consent consent = newest.get();
        return switch (consent.decision) {
            case ASKED -> List.of(UNANSWERED);
            case REFUSED -> List.of(REFUSED);
            case WITHDRAWN -> List.of(WITHDRAWN);
            case GIVEN -> consent.beyond(fields);
        };
    }

    private List<Pointed> beyond(Set<Field> asked) {
        List<Pointed> objections = new ArrayList<>();
        for (Field field : asked) {
            if (!fields.contains(field)) {
                objections.add(new Pointed(
                        "/fields",
                        "field-beyond-consent",
                        "「%s」は相談者の同意がありません。外すか、同意をたずねてください。".formatted(field.code()),
                        "The consulter did not agree to pass on %s: leave it out, or ask.".formatted(field.code())));
            }
        }
        return objections;
    }

    private static final Pointed MISSING = new Pointed(
            "/basis",
            "consent-missing",
            "この窓口に伝えることへの同意が記録されていません。相談者にたずねるか、ほかの根拠を記録してください。",
            "No consent for this desk is on record: ask the consulter, or record another ground.");
    private static final Pointed UNANSWERED =
            new Pointed("/basis", "consent-unanswered", "相談者はまだ答えていません。", "The consulter has not answered yet.");
    private static final Pointed REFUSED =
            new Pointed("/basis", "consent-refused", "相談者はこの窓口に伝えないでほしいと答えました。", "The consulter said no to this desk.");
    private static final Pointed WITHDRAWN =
            new Pointed("/basis", "consent-withdrawn", "相談者は同意を取り消しました。", "The consulter withdrew the consent.");
}
