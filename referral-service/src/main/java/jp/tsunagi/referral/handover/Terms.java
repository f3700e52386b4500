package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;

/**
 * What two agencies agree a referral is about; it does not change once sent.
 *
 * @param consultation the origin's own reference of the consultation
 * @param basis null only while it is a draft
 * @param fields which parts of the consultation are disclosed
 * @param replaces the closed referral this one opens again, or null
 * @param basedOn the referral the target passed on as this one, or null
 */
public record Terms(
        UUID id,
        String consultation,
        Kind kind,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        Facts facts,
        Label label,
        LegalBasis basis,
        Set<Field> fields,
        String requestedBy,
        UUID replaces,
        UUID basedOn,
        Instant createdAt) {

    /** Whether the consultation stays with the origin (取次) or moves to the target when it accepts (移送). */
    public enum Kind {
        REFERRAL("referral"),
        TRANSFER("transfer");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        @JsonValue
        public String wire() {
            return wire;
        }
    }

    public Terms {
        fields = Set.copyOf(fields);
    }

    boolean isTransfer() {
        return kind == Kind.TRANSFER;
    }

    /** The same with what a draft was missing. */
    Terms on(LegalBasis newBasis, Set<Field> newFields) {
        return new Terms(
                id,
                consultation,
                kind,
                originAgency,
                originDesk,
                targetAgency,
                targetDesk,
                facts,
                label,
                newBasis,
                newFields,
                requestedBy,
                replaces,
                basedOn,
                createdAt);
    }

    /** A fresh draft of the same consultation to the same desk. */
    Terms again(UUID newId, String by, Instant now) {
        return new Terms(
                newId,
                consultation,
                kind,
                originAgency,
                originDesk,
                targetAgency,
                targetDesk,
                facts,
                label,
                null,
                Set.of(),
                by,
                id,
                null,
                now);
    }

    /** The draft with which the target passes the consultation on. */
    Terms onward(Command.Forward forward, String by, Instant now) {
        return new Terms(
                forward.child(),
                consultation,
                Kind.REFERRAL,
                targetAgency,
                targetDesk,
                forward.toAgency(),
                forward.toDesk(),
                facts,
                label,
                forward.basis(),
                fields,
                by,
                null,
                id,
                now);
    }
}
