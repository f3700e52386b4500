package jp.tsunagi.referral.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.disclosure.Parcel;
import jp.tsunagi.referral.handover.Referrals;
import jp.tsunagi.referral.handover.Standing;

/** Shows a referral to one of its sides, and writes down who saw a person's data before showing it. */
@ApplicationScoped
class Reading {

    private final Referrals referrals;
    private final Disclosures disclosures;
    private final Audit audit;

    Reading(Referrals referrals, Disclosures disclosures, Audit audit) {
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    ReferralView view(UUID id, Actor reader) {
        Referrals.Kept kept = referrals.get(id, reader);
        Parcel parcel = disclosures.open(id).orElse(null);
        boolean isOpened = parcel != null && mayOpen(kept, reader);
        if (isOpened) {
            audit.record(reader, "referral.read-personal-data", "referral/" + id, null);
        }
        return ReferralView.of(kept, parcel, isOpened, referrals.history(id, reader), disclosures.of(id));
    }

    /** The origin knows what it gave; the target knows it once it has accepted and while it works on it. */
    private static boolean mayOpen(Referrals.Kept kept, Actor reader) {
        return reader.belongsTo(kept.referral().terms().originAgency())
                || (reader.belongsTo(kept.referral().terms().targetAgency()) && Standing.opensPackage(kept.referral()));
    }
}
