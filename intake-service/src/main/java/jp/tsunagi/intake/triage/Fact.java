package jp.tsunagi.intake.triage;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a condition may ask of a consultation, by the name that it uses; docs/triage.md says what each is. */
enum Fact {
    HEARD("heard", texts(), Rule.Facts::heard),
    ANSWERED_WISH("answeredWish", SimpleType.STRING, Rule.Facts::answeredWish),
    WISH("wish", SimpleType.STRING, Rule.Facts::wish),
    CONSULTER("consulter", SimpleType.STRING, Rule.Facts::consulter),
    AGE("age", SimpleType.STRING, Rule.Facts::age),
    DANGER("danger", SimpleType.STRING, Rule.Facts::danger),
    IS_MINOR("isMinor", SimpleType.BOOL, Rule.Facts::isMinor),
    LETTERS("letters", SimpleType.INT, Rule.Facts::letters),
    URLS("urls", SimpleType.INT, Rule.Facts::urls),
    TICKED("ticked", texts(), Rule.Facts::ticked),
    CATEGORIES("categories", texts(), Rule.Facts::categories),
    URGENCY(
            "urgency",
            SimpleType.STRING,
            facts -> facts.urgency() == null ? "" : facts.urgency().code()),
    LIKE_EMERGENCY("likeEmergency", SimpleType.DOUBLE, like(Learned.Guess::emergency), Rule.Question.URGENCY),
    LIKE_HIGH("likeHigh", SimpleType.DOUBLE, like(Learned.Guess::high), Rule.Question.URGENCY),
    LIKE_LOW("likeLow", SimpleType.DOUBLE, like(Learned.Guess::low), Rule.Question.URGENCY),
    LIKE_URGENCY("likeUrgency", SimpleType.STRING, like(guess -> guess.urgency().code())),
    LIKE_DESK("likeDesk", SimpleType.STRING, like(Learned.Guess::desk), Rule.Question.DESK),
    LIKE_DESK_PROBABILITY("likeDeskProbability", SimpleType.DOUBLE, like(Learned.Guess::deskProbability)),
    LIKE_WISH("likeWish", SimpleType.STRING, like(Learned.Guess::wish), Rule.Question.WISH),
    LIKE_WISH_PROBABILITY("likeWishProbability", SimpleType.DOUBLE, like(Learned.Guess::wishProbability)),
    LIKE_KINDS("likeKinds", texts(), like(Learned.Guess::kinds), Rule.Question.CATEGORIES);

    private final String code;
    private final CelType type;
    private final Function<Rule.Facts, Object> value;
    private final Rule.@Nullable Question explained;

    Fact(String code, CelType type, Function<Rule.Facts, Object> value) {
        this(code, type, value, null);
    }

    /** @param explained a rule for this question that asks for the fact goes by texts like the one that was read */
    Fact(String code, CelType type, Function<Rule.Facts, Object> value, Rule.@Nullable Question explained) {
        this.code = code;
        this.type = type;
        this.value = value;
        this.explained = explained;
    }

    private static CelType texts() {
        return ListType.create(SimpleType.STRING);
    }

    private static Function<Rule.Facts, Object> like(Function<Learned.Guess, Object> part) {
        return facts -> part.apply(facts.like());
    }

    String code() {
        return code;
    }

    CelType type() {
        return type;
    }

    Object value(Rule.Facts facts) {
        return value.apply(facts);
    }

    boolean explains(Rule.Question question) {
        return explained == question;
    }
}
