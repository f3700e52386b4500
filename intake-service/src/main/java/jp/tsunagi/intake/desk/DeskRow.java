package jp.tsunagi.intake.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** The newest directory entry of one desk. Its version is referral-service's, so it is no {@code @Version} of ours. */
@Entity
@Table(name = "desk")
class DeskRow {

    @Id
    String code;

    long version;
    String agency;
    String nameJa;
    String nameEn;
    boolean accepting;

    @Enumerated(EnumType.STRING)
    DeskMode mode;

    @Nullable
    String scopeJa;

    @Nullable
    String refusesJa;

    @Nullable
    String hoursJa;

    @Nullable
    String phone;

    @Enumerated(EnumType.STRING)
    List<ConsulterType> refusedConsulterTypes;

    @Enumerated(EnumType.STRING)
    List<Field> requiredFields;

    @Enumerated(EnumType.STRING)
    List<Field> refusedFields;

    @Enumerated(EnumType.STRING)
    List<AgeBand> acceptedAgeBands;

    /** As JSON: read whole or not at all. */
    String contacts;

    void store(Desk desk, Json json) {
        code = desk.code();
        version = desk.version();
        agency = desk.agency();
        nameJa = desk.name().ja();
        nameEn = desk.name().en();
        accepting = desk.accepting();
        mode = desk.mode();
        scopeJa = desk.profile().scopeJa();
        refusesJa = desk.profile().refusesJa();
        hoursJa = desk.profile().hoursJa();
        phone = desk.profile().phone();
        refusedConsulterTypes = List.copyOf(desk.profile().refusedConsulterTypes());
        requiredFields = desk.profile().requiredFields();
        refusedFields = desk.profile().refusedFields();
        acceptedAgeBands = List.copyOf(desk.profile().acceptedAgeBands());
        contacts = json.write(desk.profile().contacts());
    }

    Desk toDomain(Json json) {
        return new Desk(
                code,
                agency,
                new Desk.Name(nameJa, nameEn),
                accepting,
                mode,
                new Desk.Profile(
                        scopeJa,
                        refusesJa,
                        hoursJa,
                        phone,
                        Set.copyOf(refusedConsulterTypes),
                        requiredFields,
                        refusedFields,
                        Set.copyOf(acceptedAgeBands),
                        List.of(json.read(contacts, Desk.Contact[].class))),
                version);
    }
}
