package jp.tsunagi.intake.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the directory has it.
 *
 * @param version what the next change must name in {@code If-Match}
 * @param verification how far it can be relied on today
 * @param confirmedBy who looked last whether it is still so, null for nobody
 * @param confirmedOn when that was
 */
public record ProviderEntry(
        @JsonUnwrapped Provider provider,
        long version,
        VerificationStatus verification,
        @Nullable String confirmedBy,
        @Nullable LocalDate confirmedOn) {

    /** Forms of services change several times a year; one that was looked at longer ago may be gone. */
    static final Period VALID = Period.ofMonths(12);

    static ProviderEntry of(
            Provider provider,
            long version,
            @Nullable String confirmedBy,
            @Nullable LocalDate confirmedOn,
            LocalDate today) {
        return new ProviderEntry(
                provider, version, verification(provider, confirmedOn, today), confirmedBy, confirmedOn);
    }

    private static VerificationStatus verification(
            Provider provider, @Nullable LocalDate confirmedOn, LocalDate today) {
        LocalDate oldest = today.minus(VALID);
        if (confirmedOn != null) {
            return confirmedOn.isBefore(oldest) ? VerificationStatus.STALE : VerificationStatus.CONFIRMED;
        }
        if (!provider.readInSource()) {
            return VerificationStatus.UNVERIFIED;
        }
        LocalDate asOf = provider.asOf();
        return asOf == null || asOf.isBefore(oldest) ? VerificationStatus.STALE : VerificationStatus.FROM_SOURCE;
    }

    /** Whether somebody should look again. */
    @JsonIgnore
    public boolean isDue() {
        return verification == VerificationStatus.STALE || verification == VerificationStatus.UNVERIFIED;
    }

    /** Whether a fact was read nowhere, and nobody has looked since. */
    public boolean isOpen(String fact) {
        return verification != VerificationStatus.CONFIRMED
                && provider.unverified().stream().anyMatch(one -> one.code().equals(fact));
    }

    /** For the badge that shows it. */
    public String tone() {
        return switch (verification) {
            case CONFIRMED -> "good";
            case FROM_SOURCE -> "plain";
            case STALE, UNVERIFIED -> "warn";
        };
    }
}
