package jp.tsunagi.referral.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.time.Day;
import jp.tsunagi.platform.time.Opening;
import jp.tsunagi.referral.contact.Contact;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;

/**
 * A public directory entry as every other service keeps it. As flat as its JSON in docs/events, because an event is
 * plain Java and this one is built in one place.
 */
record DeskEvent(
        String desk,
        String agency,
        String nameJa,
        String nameEn,
        String agencyNameJa,
        String agencyNameEn,
        boolean accepting,
        List<DeskMode> modes,
        String scopeJa,
        String refusesJa,
        Set<ConsulterType> refusedConsulterTypes,
        Set<Field> requiredFields,
        Set<Field> wantedFields,
        Set<Field> refusedFields,
        Set<AgeBand> acceptedAgeBands,
        List<Reach> contacts,
        String channelsJa,
        String hoursJa,
        String phone,
        LocalDate asOf,
        long version) {

    /** What one contact of the desk helps with and when somebody answers there; no number, which a page of ours shows. */
    record Reach(List<Contact.Help> needs, List<Opening> hours, Set<Day> unknownDays, LocalDate asOf) {

        static Reach of(Contact contact) {
            return new Reach(contact.needs(), contact.hours(), contact.unknownDays(), contact.asOf());
        }
    }

    static Event of(Desk desk, Agency agency) {
        IntakeProfile profile = desk.profile();
        DeskEvent data = new DeskEvent(
                desk.code(),
                desk.agency(),
                desk.nameJa(),
                desk.nameEn(),
                agency.nameJa(),
                agency.nameEn(),
                desk.accepting(),
                desk.modes(),
                desk.scopeJa(),
                desk.refusesJa(),
                profile.refusedConsulterTypes(),
                profile.requiredFields(),
                profile.wantedFields(),
                profile.refusedFields(),
                profile.acceptedAgeBands(),
                desk.contacts().stream().map(Reach::of).toList(),
                desk.channelsJa(),
                desk.hoursJa(),
                desk.phone(),
                desk.asOf(),
                desk.version());
        return new Event("tsunagi.desk", "jp.tsunagi.desk.changed.v1", "desk", desk.code(), desk.version(), data);
    }
}
