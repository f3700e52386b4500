package jp.tsunagi.referral.repository;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Label;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a line of a list: codes and dates, so that a list never shows what a person told.
 *
 * @param due when the desk is reminded next; null after its decision and while it waits for an answer
 */
public record ReferralSummary(
        @JsonUnwrapped ReferralHeader header,
        Parties parties,
        @JsonUnwrapped StatusSummary state,
        CaseClassification classification,
        Label label,
        List<Field> fields,
        @Nullable Instant due) {}
