package jp.tsunagi.intake.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.platform.time.Day;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.Opening;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Fit;
import jp.tsunagi.vocabulary.Need;
import org.jspecify.annotations.Nullable;

/**
 * Another agency's desk as its public directory entry shows it.
 *
 * @param mode the usual way in which a referral reaches it
 * @param version of the directory entry
 */
public record Desk(
        String code, String agency, Name name, boolean accepting, DeskMode mode, Profile profile, long version) {

    private static final Comparator<OpeningHours.Now> BY_CHANGE =
            Comparator.comparing(OpeningHours.Now::changes, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Open before closed; of two that are open the one that closes later, of two that are closed the one that opens sooner. */
    private static final Comparator<OpeningHours.Now> SOONEST_HELP = Comparator.comparing(OpeningHours.Now::state)
            .thenComparing((one, other) -> one.state() == OpeningHours.State.OPEN
                    ? BY_CHANGE.compare(other, one)
                    : BY_CHANGE.compare(one, other));

    /** Why a case of this agency cannot go there, whatever is passed on. */
    public List<Violation> objections(String owner, Consulter consulter) {
        return new Violations()
                .addIf(agency.equals(owner), "/targetDesk", IntakeProblem.DESK_IS_OWN)
                .addIf(!accepting, "/targetDesk", IntakeProblem.DESK_NOT_ACCEPTING)
                .addIf(
                        profile.refusedConsulterTypes.contains(consulter.type()),
                        "/targetDesk",
                        IntakeProblem.CONSULTER_TYPE_REFUSED)
                .addIf(profile.refuses(consulter.ageBand()), "/targetDesk", IntakeProblem.AGE_BAND_REFUSED)
                .list();
    }

    /** How well it fits one of the needs, the best; empty when the directory names none of them. */
    public Optional<Fit> fit(Set<Need> needs) {
        return profile.contacts.stream().flatMap(contact -> contact.fits(needs)).min(Comparator.naturalOrder());
    }

    /** Whether the directory says of any need how well the desk fits it. */
    public boolean tellsNeeds() {
        return profile.contacts.stream().anyMatch(contact -> !contact.needs.isEmpty());
    }

    /**
     * Whether somebody answers at the moment, which is in Japan's time: at one of the contacts that fit the needs best,
     * at any when none fits. Empty when the directory has no contact.
     */
    public Optional<OpeningHours.Now> at(LocalDateTime moment, Holidays holidays, Set<Need> needs) {
        Optional<Fit> best = fit(needs);
        return profile.contacts.stream()
                .filter(contact ->
                        contact.fits(needs).min(Comparator.naturalOrder()).equals(best))
                .map(contact -> contact.openingHours().at(moment, holidays))
                .min(SOONEST_HELP);
    }

    /** A desk's name in the languages of the directory. */
    public record Name(String ja, String en) {

        public String in(Locale locale) {
            return Map.of("en", en).getOrDefault(locale.getLanguage(), ja);
        }
    }

    /** A need that a contact helps with, and how well. */
    public record Help(Need need, Fit fit) {}

    /** What one number or form of the desk helps with and when somebody answers there, as it was on a day. */
    public record Contact(List<Help> needs, List<Opening> hours, Set<Day> unknownDays, LocalDate asOf) {

        public Contact {
            needs = List.copyOf(needs);
            hours = List.copyOf(hours);
            unknownDays = Day.inOrder(unknownDays);
        }

        Stream<Fit> fits(Set<Need> wanted) {
            return needs.stream().filter(help -> wanted.contains(help.need)).map(Help::fit);
        }

        OpeningHours openingHours() {
            return new OpeningHours(hours, unknownDays, asOf);
        }
    }

    /**
     * Whom a desk takes, and what it must and must not be told. The texts are Japanese, as desks publish them.
     *
     * @param acceptedAgeBands empty when age does not matter
     */
    public record Profile(
            @Nullable String scopeJa,
            @Nullable String refusesJa,
            @Nullable String hoursJa,
            @Nullable String phone,
            Set<ConsulterType> refusedConsulterTypes,
            List<Field> requiredFields,
            List<Field> refusedFields,
            Set<AgeBand> acceptedAgeBands,
            List<Contact> contacts) {

        public Profile {
            refusedConsulterTypes = refusedConsulterTypes == null ? Set.of() : Set.copyOf(refusedConsulterTypes);
            requiredFields = requiredFields == null ? List.of() : List.copyOf(requiredFields);
            refusedFields = refusedFields == null ? List.of() : List.copyOf(refusedFields);
            acceptedAgeBands = acceptedAgeBands == null ? Set.of() : Set.copyOf(acceptedAgeBands);
            contacts = contacts == null ? List.of() : List.copyOf(contacts);
        }

        /** Whether the desk takes nobody of that age; who did not say how old they are is not refused. */
        public boolean refuses(AgeBand age) {
            return age.isTold() && !acceptedAgeBands.isEmpty() && !acceptedAgeBands.contains(age);
        }
    }
}
