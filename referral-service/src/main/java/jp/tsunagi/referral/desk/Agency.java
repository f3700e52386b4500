package jp.tsunagi.referral.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * An organisation that runs desks.
 *
 * @param handsOverByIntake whether its cases live in intake-service: then only intake hands a person over for it. Every
 *     entry has to say so, because one that leaves it out must not open the way around a person's consent
 * @param publicBody a body of APPI Article 16(2): state, local government, incorporated agency
 */
public record Agency(
        @NotNull @Pattern(regexp = Desk.CODE) String code,
        @NotBlank @Size(max = 100) String nameJa,
        @NotBlank @Size(max = 100) String nameEn,
        boolean publicBody,
        @JsonProperty(required = true) boolean handsOverByIntake) {

    /** The name for readers of Japanese; everybody else gets the English one, which the directory has for every entry. */
    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? nameJa : nameEn;
    }
}
