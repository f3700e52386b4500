package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.UUID;

/** Another case that is about the same place; nothing personal. */
public record RelatedCase(UUID id, String receiptNumber, ConsultationStatus status, Instant receivedAt) {}
