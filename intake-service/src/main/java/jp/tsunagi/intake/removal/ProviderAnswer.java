package jp.tsunagi.intake.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What came of a request. A later one replaces it, and both stay on record.
 *
 * @param answeredOn on which day, in Japan
 * @param reason in the words of the provider; empty for none
 * @param recordedBy which counsellor noted it; empty for the consulter
 */
public record ProviderAnswer(
        UUID id, AnswerResult result, LocalDate answeredOn, String reason, String recordedBy, Instant recordedAt) {}
