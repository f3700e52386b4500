package jp.tsunagi.intake.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * Another agency's desk as its public directory entry shows it.
 *
 * @param mode the usual way in which a referral reaches it
 * @param version of the directory entry
 */
public record Desk(
        String code, String agency, Name name, boolean accepting, DeskMode mode, Profile profile, long version) {

    /** Why a case of this agency cannot go there, whatever is passed on. */
    public List<Violation> objections(String owner, ConsulterType consulter) {
        return new Violations()
                .addIf(agency.equals(owner), "/targetDesk", IntakeProblem.DESK_IS_OWN)
                .addIf(!accepting, "/targetDesk", IntakeProblem.DESK_NOT_ACCEPTING)
                .addIf(
                        profile.refusedConsulterTypes.contains(consulter),
                        "/targetDesk",
                        IntakeProblem.CONSULTER_TYPE_REFUSED)
                .list();
    }

    /** A desk's name in the languages of the directory. */
    public record Name(String ja, String en) {

        public String in(Locale locale) {
            return Map.of("en", en).getOrDefault(locale.getLanguage(), ja);
        }
    }

    /** Whom a desk takes, and what it must and must not be told. The texts are Japanese, as desks publish them. */
    public record Profile(
            @Nullable String scopeJa,
            @Nullable String refusesJa,
            @Nullable String hoursJa,
            @Nullable String phone,
            Set<ConsulterType> refusedConsulterTypes,
            List<Field> requiredFields,
            List<Field> refusedFields) {

        public Profile {
            refusedConsulterTypes = refusedConsulterTypes == null ? Set.of() : Set.copyOf(refusedConsulterTypes);
            requiredFields = requiredFields == null ? List.of() : List.copyOf(requiredFields);
            refusedFields = refusedFields == null ? List.of() : List.copyOf(refusedFields);
        }
    }
}
