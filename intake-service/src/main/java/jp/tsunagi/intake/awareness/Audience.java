package jp.tsunagi.intake.awareness;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;

/** For whom a material was made. */
public enum Audience implements Coded {
    CHILDREN,
    GUARDIANS,
    TEACHERS,
    ELDERLY,
    EVERYBODY;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }

    /** To which of them somebody belongs: a child who asks for itself is not sent what is meant for its teacher. */
    public static Set<Audience> of(ConsulterType consulter, AgeBand age) {
        return switch (consulter) {
            case SCHOOL_STAFF -> EnumSet.of(TEACHERS, EVERYBODY);
            case GUARDIAN -> EnumSet.of(GUARDIANS, EVERYBODY);
            case FAMILY -> age.isMinor() ? EnumSet.of(GUARDIANS, EVERYBODY) : EnumSet.of(EVERYBODY);
            case VICTIM_SELF, THIRD_PARTY, UNANSWERED -> ofAge(age);
            case AGENT, COMPANY, PROVIDER, PUBLIC_AGENCY, RESPONDENT -> EnumSet.of(EVERYBODY);
        };
    }

    private static Set<Audience> ofAge(AgeBand age) {
        if (age.isMinor()) {
            return EnumSet.of(CHILDREN, EVERYBODY);
        }
        return age == AgeBand.SIXTIES || age == AgeBand.FROM_70
                ? EnumSet.of(ELDERLY, EVERYBODY)
                : EnumSet.of(EVERYBODY);
    }
}
