package jp.tsunagi.referral.disclosure;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.desk.Parties;

/**
 * One entry of the record of provision, as the person may ask to see it (APPI Article 33(5)).
 *
 * @param recordDue whether APPI Article 29 makes this record a duty; otherwise the platform keeps it by its own policy
 * @param disclosedBy id of the person or machine that sent the data
 */
public record DisclosureRecord(
        UUID id, Parties parties, Disclosure disclosure, boolean recordDue, String disclosedBy, Instant at) {}
