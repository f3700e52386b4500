package jp.tsunagi.intake.provider;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service where content is published, and how one asks it for removal. It is one entry a service and not a company:
 * the minister designates services, and each has forms of its own. Flat, because it is read and edited as one form.
 *
 * @param operator who runs it
 * @param country of the operator, ISO 3166-1 alpha-2; two for one that is registered in the first and run from the second
 * @param places where its posts are, such as {@code x.com} or {@code google.com/maps}; none when no address tells
 * @param designatedSince the day of its designation, null for a service that is not designated
 * @param removalUrl of its form; empty when none was read in a source
 * @param languages in which it takes requests, ISO 639-1
 * @param demandsJa what it wants to be sent
 * @param notesJa what to warn of: names that are shown to the sender, requests that are published
 * @param source where it was read
 * @param asOf the newest day for which a source tells it; null when no source has a date
 * @param readInSource false for general knowledge
 * @param unverified what of it was not read in the source
 */
public record Provider(
        @NotNull @Pattern(regexp = Provider.CODE) String code,
        @NotBlank @Size(max = 100) String nameJa,
        @NotBlank @Size(max = 100) String nameEn,
        @NotBlank @Size(max = 200) String operator,
        @NotNull @Pattern(regexp = "[A-Z]{2}(/[A-Z]{2})?") String country,
        @NotNull ProviderKind kind,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = Place.PATTERN) String> places,
        @NotNull DesignationStatus designation,
        @Nullable LocalDate designatedSince,
        @NotNull @Size(max = 5) List<@NotNull RemovalChannel> removalChannels,

        @NotNull @Pattern(regexp = "|https?://[^\\s<>\"]{1,490}")
        String removalUrl,

        @NotNull @Size(max = 20) List<@NotNull TermsCategory> termsCategories,
        @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z]{2}") String> languages,
        @NotNull @Size(max = Provider.MAX_TEXT) String demandsJa,
        @NotNull @Size(max = Provider.MAX_TEXT) String notesJa,
        @NotBlank @Size(max = Provider.MAX_TEXT) String source,
        @Nullable LocalDate asOf,
        boolean readInSource,
        @NotNull @Size(max = 10) List<@NotNull ProviderFact> unverified) {

    public static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

    /** Characters of a text. */
    static final int MAX_TEXT = 1_000;

    private static final String JAPAN = "JP";

    @JsonIgnore
    public boolean isDomestic() {
        return country.equals(JAPAN);
    }

    /** Whether it was designated as a large service on that day. */
    public boolean isDesignated(LocalDate on) {
        return designation == DesignationStatus.DESIGNATED && designatedSince != null && !designatedSince.isAfter(on);
    }
}
