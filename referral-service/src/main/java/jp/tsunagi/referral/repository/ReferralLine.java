package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** The columns of {@link ReferralRow} that a list shows, in the order of {@link ReferralRows}; nothing sealed is among them. */
record ReferralLine(
        UUID id,
        String number,
        long version,
        Instant changedAt,
        ReferralStatus status,
        @Nullable BusinessStatus businessStatus,
        String ownerAgency,
        @Nullable ReasonCode reasonCode,
        @Nullable String suggestedDesk,
        String @Nullable [] outcomes,
        @Nullable Instant due,
        ReferralKind kind,
        String consultationRef,
        Instant createdAt,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        String[] categories,
        Wish wish,
        ConsulterType consulterType,
        AgeBand ageBand,
        Urgency urgency,
        Label label,
        String[] fields) {

    ReferralSummary toSummary() {
        List<Outcome> achieved = outcomes == null ? List.of() : ReferralDetailsRow.constants(Outcome.class, outcomes);
        return new ReferralSummary(
                new ReferralHeader(id, number, version, kind, consultationRef, createdAt, changedAt),
                new Parties(new DeskRef(originAgency, originDesk), new DeskRef(targetAgency, targetDesk)),
                new StatusSummary(status, businessStatus, ownerAgency, reasonCode, suggestedDesk, achieved),
                new CaseClassification(
                        ReferralDetailsRow.constants(Category.class, categories),
                        wish,
                        consulterType,
                        ageBand,
                        urgency),
                label,
                ReferralDetailsRow.constants(Field.class, fields),
                status == ReferralStatus.ON_HOLD ? null : due);
    }
}
