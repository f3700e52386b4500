package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Ground;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Refusal.Pointed;

/** Why passing something on is allowed: the consulter's consent, or a ground of the law that somebody approved. */
public sealed interface Basis {

    /** Why it does not carry this hand-over; the rules of consent itself are in {@link Consent}. */
    List<Pointed> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now);

    /** Code of the basis in the event and on the pages. */
    String kind();

    /** Nothing was named. */
    record None() implements Basis {

        @Override
        public String kind() {
            return "";
        }

        @Override
        public List<Pointed> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return Consent.objections(Optional.empty(), plan.targetDesk(), plan.fields());
        }
    }

    /** The answer already on record, for example from the mailbox. */
    record ConsentOnRecord() implements Basis {

        @Override
        public String kind() {
            return "consent";
        }

        @Override
        public List<Pointed> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return Consent.objections(newest, plan.targetDesk(), plan.fields());
        }
    }

    /** The consulter told the counsellor, who records it now; null fields mean exactly what is passed on. */
    record ConsentTold(String textVersion, Instant givenAt, Set<Field> fields) implements Basis {

        @Override
        public String kind() {
            return "consent";
        }

        Set<Field> scope(HandoverPlan plan) {
            return fields == null ? plan.fields() : fields;
        }

        @Override
        public List<Pointed> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            List<Pointed> incomplete = incomplete(now);
            if (!incomplete.isEmpty()) {
                return incomplete;
            }
            Optional<Consent> laterNo =
                    newest.filter(Consent::isNo).filter(no -> !no.decidedAt().isBefore(givenAt));
            Consent told = Consent.told(plan.targetDesk(), scope(plan), textVersion, givenAt, requester, now);
            return Consent.objections(laterNo.or(() -> Optional.of(told)), plan.targetDesk(), plan.fields());
        }

        private List<Pointed> incomplete(Instant now) {
            List<Pointed> objections = new ArrayList<>();
            if (Narrative.isBlank(textVersion)) {
                objections.add(new Pointed(
                        "/basis/textVersion",
                        "consent-incomplete",
                        "説明した文の版を書いてください。",
                        "Name the edition of the text."));
            }
            if (givenAt == null || givenAt.isAfter(now)) {
                objections.add(new Pointed(
                        "/basis/givenAt",
                        "consent-incomplete",
                        "同意を確かめた日時を書いてください(これからの日時は使えません)。",
                        "Say when consent was given; not a time in the future."));
            }
            return objections;
        }
    }

    /** A ground of the law. */
    record OtherGround(String kind, String reason, String approvedBy) implements Basis {

        @Override
        public List<Pointed> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return Ground.objections(kind, reason, approvedBy, requester);
        }
    }

    /** Reads what a caller names; {@code consent} with a text version or time is told, without them it is on record. */
    static Basis read(
            String kind, String textVersion, Instant givenAt, Set<Field> fields, String reason, String approvedBy) {
        if (Narrative.isBlank(kind)) {
            return new None();
        }
        if (!"consent".equals(kind)) {
            return new OtherGround(kind, reason, approvedBy);
        }
        boolean isTold = !Narrative.isBlank(textVersion) || givenAt != null;
        return isTold ? new ConsentTold(textVersion, givenAt, fields) : new ConsentOnRecord();
    }
}
