package jp.tsunagi.intake.triage;

import jakarta.persistence.EnumeratedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/**
 * The named rules that suggest how urgent a consultation is. Every rule that matches is a reason shown to the
 * counsellor; the most urgent one wins, and a person decides.
 */
public enum UrgencyRule implements Coded {
    DANGER_NOW(Urgency.EMERGENCY, told -> told.danger() == Danger.YES),
    ASKS_FOR_SAFETY(Urgency.EMERGENCY, told -> told.wish() == Wish.SAFETY),
    LIFE_AT_RISK(Urgency.EMERGENCY, told -> has(told, Category.SUICIDE_RISK)),
    SEXTORTION(Urgency.EMERGENCY, told -> has(told, Category.SEXTORTION)),
    /** The text overrides the category chosen: a frightened person ticks "other". */
    WORDS_OF_DANGER(Urgency.EMERGENCY, told -> saysDanger(told.text())),
    SEXUAL_IMAGE(Urgency.HIGH, told -> has(told, Category.NCII, Category.CSAM)),
    THREATENED(Urgency.HIGH, told -> has(told, Category.THREAT, Category.STALKING)),
    /** A bank can freeze an account in the first hours. */
    MONEY_MOVING(Urgency.HIGH, told -> has(told, Category.FRAUD, Category.PHISHING)),
    /** Information Distribution Platform Act, Article 4: two days instead of seven during a campaign. */
    ELECTION_CAMPAIGN(Urgency.HIGH, told -> has(told, Category.ELECTION)),
    /** Who does not say who they are may be the child. */
    CHILD_ALONE(
            Urgency.HIGH,
            told -> Set.of(ConsulterType.VICTIM_SELF, ConsulterType.UNANSWERED)
                            .contains(told.consulter().type())
                    && told.consulter().ageBand().isMinor()),
    /** Nothing may be sent anywhere before the person harmed knows of it and wants it. */
    ABOUT_SOMEBODY_ELSE(
            Urgency.LOW,
            told -> told.consulter().type() == ConsulterType.THIRD_PARTY
                    && Set.of(Wish.DELETE_SELF, Wish.DELETE_BY_OTHER, Wish.UNSURE, Wish.UNANSWERED)
                            .contains(told.wish()));

    /** Few on purpose: these announce death or violence and hardly anything else. */
    private static final List<String> WORDS_OF_DEATH = List.of("死にたい", "しにたい", "消えたい", "自殺", "遺書", "飛び降り");

    private static final List<String> WORDS_OF_VIOLENCE = List.of("殺すと", "殺される", "殺してやる", "ころすと", "爆破");

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    private final Urgency urgency;
    private final Predicate<Submission> holds;

    UrgencyRule(Urgency urgency, Predicate<Submission> holds) {
        this.urgency = urgency;
        this.holds = holds;
    }

    public static Assessment suggest(Submission told) {
        List<UrgencyRule> matching =
                Arrays.stream(values()).filter(rule -> rule.holds.test(told)).toList();
        Urgency most = matching.stream()
                .map(rule -> rule.urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NORMAL);
        return new Assessment(
                most, matching.stream().filter(rule -> rule.urgency == most).toList());
    }

    /** The same after the person wrote more: words of danger make it an emergency, and nothing makes it less urgent. */
    public static Assessment reconsider(Assessment before, String text) {
        boolean isKnown = before.urgencyReasons().contains(WORDS_OF_DANGER);
        if (isKnown || !saysDanger(text)) {
            return before;
        }
        List<UrgencyRule> reasons = new ArrayList<>();
        if (before.urgency() == WORDS_OF_DANGER.urgency) {
            reasons.addAll(before.urgencyReasons());
        }
        reasons.add(WORDS_OF_DANGER);
        return new Assessment(WORDS_OF_DANGER.urgency, reasons);
    }

    /** Name of the rule in the API and on the page, for example {@code life-at-risk}. */
    @Override
    public String code() {
        return code;
    }

    private static boolean has(Submission told, Category... anyOf) {
        return Arrays.stream(anyOf).anyMatch(told.categories()::contains);
    }

    private static boolean saysDanger(String text) {
        return saysWishToDie(text) || saysViolence(text);
    }

    /** Whether the words are those of somebody who may want to die. */
    public static boolean saysWishToDie(String text) {
        return WORDS_OF_DEATH.stream().anyMatch(text::contains);
    }

    /** Whether the words announce violence. */
    public static boolean saysViolence(String text) {
        return WORDS_OF_VIOLENCE.stream().anyMatch(text::contains);
    }
}
