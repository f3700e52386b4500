package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A referral as a line of a list: codes and dates, so that a list never shows what a person told. */
public record Listed(
        UUID id,
        long version,
        Status status,
        Business businessStatus,
        Terms.Kind kind,
        String consultationRef,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        String ownerAgency,
        Facts facts,
        String label,
        List<String> fields,
        Reason reasonCode,
        String suggestedDesk,
        List<Result> outcomes,
        Instant createdAt,
        Instant changedAt,
        Instant due) {}
