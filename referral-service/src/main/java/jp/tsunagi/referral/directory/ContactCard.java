package jp.tsunagi.referral.directory;

import io.quarkus.qute.TemplateData;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.referral.contact.Contact;
import jp.tsunagi.vocabulary.Need;
import org.jspecify.annotations.Nullable;

/**
 * A contact as a page shows it.
 *
 * @param changes when it closes or opens again, as people read it; null when it does not, or nobody knows
 * @param isOld its facts were checked too long ago to be trusted
 */
@TemplateData
record ContactCard(
        Contact contact,
        String desk,
        String name,
        String about,
        OpeningHours.Now now,
        @Nullable String changes,
        boolean isOld) {

    static ContactCard of(Contact contact, String desk, LocalDateTime moment, Holidays holidays, Locale locale) {
        OpeningHours.Now now = contact.at(moment, holidays);
        return new ContactCard(
                contact,
                desk,
                contact.name(locale),
                contact.about(locale),
                now,
                now.changes() == null ? null : JapanTime.soon(now.changes(), moment, locale),
                contact.isOld(moment.toLocalDate()));
    }

    /** Those that help with the need, the best fit first; among equals, those first that answer now. */
    static List<ContactCard> bestFor(Need need, List<ContactCard> cards) {
        return cards.stream()
                .filter(card -> card.contact.fit(need).isPresent())
                .sorted(Comparator.comparing(
                                (ContactCard card) -> card.contact.fit(need).orElseThrow())
                        .thenComparing(card -> card.now.state()))
                .toList();
    }
}
