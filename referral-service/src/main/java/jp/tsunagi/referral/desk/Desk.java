package jp.tsunagi.referral.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.referral.contact.Contact;
import jp.tsunagi.vocabulary.DeskMode;

/**
 * Where a consulter can be helped, what the desk takes, how and when it can be reached, and since when we know. Flat,
 * because an agency reads, edits and sends an entry as one form.
 *
 * @param accepting whether referrals may be sent to it now
 * @param modes how a referral reaches it, the first being the usual way
 * @param source where the facts were read, with marks of what is not verified
 * @param contacts its numbers and forms one by one, for the help pages; optional
 * @param version of the directory entry
 */
public record Desk(
        @NotNull @Pattern(regexp = Desk.CODE) String code,
        @NotNull @Pattern(regexp = Desk.CODE) String agency,
        @NotBlank @Size(max = 100) String nameJa,
        @NotBlank @Size(max = 100) String nameEn,
        boolean accepting,
        @NotEmpty @Size(max = 5) List<@NotNull DeskMode> modes,
        @NotBlank @Size(max = Desk.MAX_TEXT) String scopeJa,
        @Size(max = Desk.MAX_TEXT) String refusesJa,
        @NotNull @Valid IntakeProfile profile,
        @NotBlank @Size(max = Desk.MAX_TEXT) String channelsJa,
        @NotBlank @Size(max = 500) String hoursJa,
        @Size(max = 200) String phone,
        @NotNull LocalDate asOf,
        @NotBlank @Size(max = 500) String source,
        @Size(max = Desk.MAX_TEXT) String unverifiedJa,
        @Size(max = 20) List<@NotNull @Valid Contact> contacts,
        long version) {

    /** How the code of a desk or an agency is written. */
    public static final String CODE = "[A-Z0-9_]{2,32}";

    /** Characters of a text that describes the desk. */
    static final int MAX_TEXT = 1_000;

    @Override
    public List<Contact> contacts() {
        return contacts == null ? List.of() : contacts;
    }

    /** An entry from a client that knows no contacts would take numbers off the help pages: it keeps those known. */
    Desk withContactsOf(Desk known) {
        return contacts == null ? with(known.contacts(), version) : this;
    }

    /** The way a referral goes; a desk without any is reached by the consulter. */
    public DeskMode usualMode() {
        return modes.isEmpty() ? DeskMode.CITIZEN_CARRIES : modes.getFirst();
    }

    /** The name for readers of Japanese; everybody else gets the English one, which the directory has for every entry. */
    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? nameJa : nameEn;
    }

    Desk withVersion(long next) {
        return with(contacts, next);
    }

    private Desk with(List<Contact> newContacts, long newVersion) {
        return new Desk(
                code,
                agency,
                nameJa,
                nameEn,
                accepting,
                modes,
                scopeJa,
                refusesJa,
                profile,
                channelsJa,
                hoursJa,
                phone,
                asOf,
                source,
                unverifiedJa,
                newContacts,
                newVersion);
    }
}
