package jp.tsunagi.referral.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.approval.Approvals;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.referral.repository.Referrals;

/** Shows a referral to one of its two agencies, and records who saw a person's data before showing it. */
@ApplicationScoped
public class ReadingReferrals {

    private final Referrals referrals;
    private final Disclosures disclosures;
    private final Approvals approvals;
    private final Audit audit;

    ReadingReferrals(Referrals referrals, Disclosures disclosures, Approvals approvals, Audit audit) {
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.approvals = approvals;
        this.audit = audit;
    }

    public ReferralView read(UUID id, Actor reader) {
        Stored<Referral> stored = referrals.get(id, reader);
        Optional<DisclosedData> data = disclosures.read(id);
        boolean isOpen = data.isPresent() && mayOpen(stored.value(), reader);
        audit.record(reader, isOpen ? "referral.read-personal-data" : "referral.read", "referral/" + id, null);
        boolean isOrigin =
                reader.belongsTo(stored.value().details().parties().origin().agency());
        ReferralView.Content content = new ReferralView.Content(
                stored.value().details().disclosure(),
                data.map(DisclosedData::summary).orElse(null),
                isOpen ? data.map(ReferralView.Opened::of).orElse(null) : null,
                disclosures.findByReferral(id),
                isOrigin ? approvals.findByReferral(id) : List.of());
        return ReferralView.of(
                referrals.header(id, reader), stored.value(), content, referrals.findHistory(id, reader));
    }

    /** The origin knows what it gave; the target knows it once it has accepted and while it works on it. */
    private static boolean mayOpen(Referral referral, Actor reader) {
        Parties parties = referral.details().parties();
        return reader.belongsTo(parties.origin().agency())
                || (reader.belongsTo(parties.target().agency()) && StatusSummary.opensDisclosedData(referral));
    }
}
