package jp.tsunagi.referral.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.outbox.Event;
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
        String channelsJa,
        String hoursJa,
        String phone,
        LocalDate asOf,
        long version) {

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
                desk.channelsJa(),
                desk.hoursJa(),
                desk.phone(),
                desk.asOf(),
                desk.version());
        return new Event("tsunagi.desk", "jp.tsunagi.desk.changed.v1", "desk", desk.code(), desk.version(), data);
    }
}
