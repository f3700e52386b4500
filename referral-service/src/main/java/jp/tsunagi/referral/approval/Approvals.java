package jp.tsunagi.referral.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.disclosure.Approval;

/** What second accounts answered, with their reasons, sealed; written once and never changed. */
@ApplicationScoped
public class Approvals {

    /**
     * One answer, for the eyes of the origin.
     *
     * @param role in which the account answered
     */
    public record Given(ApprovalDecision decision, String by, String name, String role, String reason, Instant at) {}

    private final ApprovalRows rows;
    private final FieldEncryption encryption;

    Approvals(ApprovalRows rows, FieldEncryption encryption) {
        this.rows = rows;
        this.encryption = encryption;
    }

    /** The approval that this account gives now; whether it may is decided by the referral. */
    public static Approval of(Actor by, Instant now) {
        return new Approval(by.id(), by.hasRole(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.AGENCY_ADMIN, now);
    }

    public void add(UUID referral, ApprovalDecision decision, String reason, Actor by, Instant now) {
        DataKey key = encryption.create();
        ApprovalRow row = new ApprovalRow();
        row.id = Ids.next();
        row.referralId = referral;
        row.decision = decision;
        row.account = by.id();
        row.accountName = by.name();
        row.role = of(by, now).role();
        row.reasonKey = key.wrapped();
        row.reason = key.seal(reason, row.record(), "reason");
        row.at = now;
        rows.persist(row);
    }

    public List<Given> findByReferral(UUID referral) {
        return rows.findByReferral(referral).stream().map(this::toDomain).toList();
    }

    private Given toDomain(ApprovalRow row) {
        String reason =
                Objects.requireNonNull(encryption.unwrap(row.reasonKey).open(row.reason, row.record(), "reason"));
        return new Given(row.decision, row.account, row.accountName, row.role, reason, row.at);
    }
}
