package jp.tsunagi.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderEntryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static Provider provider(boolean readInSource, @Nullable LocalDate asOf) {
        return new Provider(
                "x",
                "X",
                "X",
                "X Corp.",
                "US",
                ProviderKind.SNS,
                List.of("x.com"),
                DesignationStatus.DESIGNATED,
                LocalDate.parse("2025-04-30"),
                List.of(RemovalChannel.WEB_FORM),
                "",
                List.of(),
                List.of("ja"),
                "",
                "",
                "a source",
                asOf,
                readInSource,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2025-11-30, , FROM_SOURCE",
        "true, 2025-11-29, , STALE",
        "true, , , STALE",
        "false, 2026-11-30, , UNVERIFIED",
        "false, , 2025-11-30, CONFIRMED",
        "true, 2026-11-30, 2025-11-29, STALE"
    })
    void whatIsOlderThanAYearIsLookedAtAgain(
            boolean readInSource,
            @Nullable LocalDate asOf,
            @Nullable LocalDate confirmedOn,
            VerificationStatus expected) {
        String by = confirmedOn == null ? null : "sato";

        ProviderEntry entry = ProviderEntry.of(provider(readInSource, asOf), 1, by, confirmedOn, TODAY);

        assertEquals(expected, entry.verification());
    }

    @ParameterizedTest
    @CsvSource({"2025-04-29, false", "2025-04-30, true", "2026-11-30, true"})
    void aServiceIsDesignatedFromItsDayOn(LocalDate day, boolean expected) {
        Provider one = provider(true, TODAY);

        assertEquals(expected, one.isDesignated(day));
        assertFalse(one.isDomestic());
        assertTrue(one.places().contains("x.com"));
    }
}
