package jp.tsunagi.intake.triage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.intake.submission.Category;
import jp.tsunagi.intake.submission.ConsulterType;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.submission.Wish;

/**
 * The named rules that suggest how urgent a consultation is. Every rule that matches is a reason shown to the
 * counsellor; the most urgent one wins, a person decides (domain.md 2.3 and 6.6).
 */
public enum UrgencyRule {
    DANGER_NOW(Urgency.EMERGENCY, told -> told.danger() == Danger.YES),
    ASKS_FOR_SAFETY(Urgency.EMERGENCY, told -> told.wish() == Wish.SAFETY),
    LIFE_AT_RISK(Urgency.EMERGENCY, told -> told.categories().contains(Category.SUICIDE_RISK)),
    SEXTORTION(Urgency.EMERGENCY, told -> told.categories().contains(Category.SEXTORTION)),
    /** The text overrides the category chosen: a frightened person ticks "other". */
    WORDS_OF_DANGER(Urgency.EMERGENCY, told -> saysDanger(told.narrative().text())),
    SEXUAL_IMAGE(
            Urgency.HIGH,
            told -> told.categories().contains(Category.NCII)
                    || told.categories().contains(Category.CSAM)),
    THREATENED(
            Urgency.HIGH,
            told -> told.categories().contains(Category.THREAT)
                    || told.categories().contains(Category.STALKING)),
    /** A bank can freeze an account in the first hours. */
    MONEY_MOVING(
            Urgency.HIGH,
            told -> told.categories().contains(Category.FRAUD)
                    || told.categories().contains(Category.PHISHING)),
    /** 情報流通プラットフォーム対処法 4: two days instead of seven during a campaign. */
    ELECTION_CAMPAIGN(Urgency.HIGH, told -> told.categories().contains(Category.ELECTION)),
    CHILD_ALONE(
            Urgency.HIGH,
            told -> told.consulterType() == ConsulterType.VICTIM_SELF
                    && told.ageBand().isMinor()),
    /** Nothing may be sent anywhere before the person harmed knows of it and wants it. */
    ABOUT_SOMEBODY_ELSE(
            Urgency.LOW,
            told -> told.consulterType() == ConsulterType.THIRD_PARTY
                    && Set.of(Wish.DELETE_SELF, Wish.DELETE_BY_OTHER, Wish.UNSURE)
                            .contains(told.wish()));

    /** Few on purpose: these announce death or violence and hardly anything else. */
    private static final List<String> DANGER_WORDS =
            List.of("死にたい", "しにたい", "消えたい", "自殺", "遺書", "飛び降り", "殺すと", "殺される", "殺してやる", "ころすと", "爆破");

    private final Urgency urgency;
    private final Predicate<Submission> holds;

    UrgencyRule(Urgency urgency, Predicate<Submission> holds) {
        this.urgency = urgency;
        this.holds = holds;
    }

    /** What the rules suggest, with the reasons for exactly that urgency. */
    public record Suggestion(Urgency urgency, List<UrgencyRule> reasons) {}

    public static Suggestion suggest(Submission told) {
        List<UrgencyRule> matching =
                Arrays.stream(values()).filter(rule -> rule.holds.test(told)).toList();
        Urgency most = matching.stream()
                .map(rule -> rule.urgency)
                .min(Comparator.naturalOrder())
                .orElse(Urgency.NORMAL);
        return new Suggestion(
                most, matching.stream().filter(rule -> rule.urgency == most).toList());
    }

    /** Name of the rule in the API and on the page, for example {@code life-at-risk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean saysDanger(String text) {
        return DANGER_WORDS.stream().anyMatch(text::contains);
    }
}
