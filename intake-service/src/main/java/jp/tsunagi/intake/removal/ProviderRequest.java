package jp.tsunagi.intake.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the consulter asked a provider to do about a place. The platform never asks for them.
 *
 * @param askedOn on which day it reached the provider, in Japan; where the provider shows when, that day counts
 * @param recordedBy which counsellor noted it; empty for the consulter
 * @param answers the oldest first; the last one counts
 */
public record ProviderRequest(
        UUID id,
        UUID targetId,
        RequestForm form,
        LocalDate askedOn,
        String recordedBy,
        Instant recordedAt,
        List<ProviderAnswer> answers) {

    public ProviderRequest {
        answers = List.copyOf(answers);
    }

    /** What counts of the answers; null while there is none. */
    public @Nullable ProviderAnswer answer() {
        return answers.isEmpty() ? null : answers.getLast();
    }

    public boolean isEnteredInError() {
        ProviderAnswer last = answer();
        return last != null && last.result() == AnswerResult.ENTERED_IN_ERROR;
    }
}
