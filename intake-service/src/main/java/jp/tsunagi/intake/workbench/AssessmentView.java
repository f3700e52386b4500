package jp.tsunagi.intake.workbench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triagedecision.TriageDecision;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case shows of triage: what is suggested, and what was decided.
 *
 * @param decisions the oldest first
 * @param lessUrgent how urgent the case could be instead, if it were less
 * @param mayAct whether the reader may decide
 * @param mayLower whether the reader may make it less urgent
 */
record AssessmentView(
        CaseFile file,
        List<TriageDecision> decisions,
        List<RankedDesk> ranked,
        Map<String, String> deskNames,
        Map<String, String> ruleLabels,
        List<Choice> lessUrgent,
        boolean mayAct,
        boolean mayLower) {

    /** More desks would not be read. */
    private static final int SUGGESTED = 4;

    /** What a rule says; its id when the rules that are in force do not have it any more. */
    public String rule(String id) {
        return ruleLabels.getOrDefault(id, id);
    }

    /** What was decided last about an answer of triage; null for nothing. */
    public @Nullable TriageDecision decision(String question) {
        return latest(Coded.find(Rule.Question.class, question).orElseThrow());
    }

    private @Nullable TriageDecision latest(Rule.Question question) {
        return decisions.reversed().stream()
                .filter(one -> one.question() == question)
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody has said yet that an answer is right, or what is. */
    public boolean isToConfirm(String question) {
        return decision(question) == null;
    }

    /** Who decided how urgent it is; null also when new words have raised it since. */
    public @Nullable TriageDecision urgencyDecision() {
        return file.urgencyDecided() ? latest(Rule.Question.URGENCY) : null;
    }

    /** The desks to which somebody decided that the case does not belong. */
    public List<TriageDecision> ruledOut() {
        Set<String> out = TriageDecision.ruledOut(decisions);
        return decisions.stream()
                .filter(one -> one.question() == Rule.Question.NOT_DESK
                        && out.contains(one.decided().getFirst()))
                .toList();
    }

    /** Kinds of harm that were written of after somebody decided them. */
    public List<Category> kindsSince() {
        TriageDecision decided = latest(Rule.Question.CATEGORIES);
        return decided == null
                ? List.of()
                : file.assessment().categories().stream()
                        .map(Assessment.Suggested::value)
                        .filter(kind -> !decided.suggested().contains(kind.code())
                                && !decided.decided().contains(kind.code()))
                        .toList();
    }

    public List<Urgency> moreUrgent() {
        return Arrays.stream(Urgency.values())
                .filter(level -> level.compareTo(file.urgency()) < 0)
                .toList();
    }

    public List<Category> allKinds() {
        return List.of(Category.values());
    }

    public List<Wish> allWishes() {
        return Arrays.stream(Wish.values())
                .filter(wish -> wish != Wish.UNANSWERED && wish != wish())
                .toList();
    }

    /** The kinds of harm as they were decided; else those that the person chose and those that the words tell. */
    public List<Category> kinds() {
        TriageDecision decided = latest(Rule.Question.CATEGORIES);
        if (decided != null) {
            return decided.decided().stream()
                    .flatMap(code -> Coded.find(Category.class, code).stream())
                    .toList();
        }
        return Stream.concat(
                        file.submission().categories().stream(),
                        file.assessment().categories().stream().map(Assessment.Suggested::value))
                .distinct()
                .toList();
    }

    /** The wish as it was decided; else what the person answered or the words say; null for none. */
    public @Nullable Wish wish() {
        TriageDecision decided = latest(Rule.Question.WISH);
        if (decided != null) {
            return Coded.find(Wish.class, decided.decided().getFirst()).orElse(null);
        }
        if (file.assessment().wish() != null) {
            return file.assessment().wish().value();
        }
        return file.submission().wish() == Wish.UNANSWERED
                ? null
                : file.submission().wish();
    }

    /** The desks that triage suggests and the directory knows, the best first, without those that somebody ruled out. */
    public List<Assessment.Suggested<String>> suggestedDesks() {
        Set<String> out = TriageDecision.ruledOut(decisions);
        return known(file.assessment().without(out).desks()).stream()
                .limit(SUGGESTED)
                .toList();
    }

    /** The desks that this must not go to although somebody may think so. */
    public List<Assessment.Suggested<String>> unsuitableDesks() {
        return known(file.assessment().notDesks());
    }

    /**
     * A desk that the person speaks of, and why it is not the first or what place it has.
     *
     * @param place among the suggested desks, from 1; 0 for none of them
     * @param against the rules that speak against it
     */
    record NamedDesk(String desk, List<String> words, int place, List<Assessment.Reason> against) {}

    /** The desks that the person speaks of, each as the one that is suggested first of those that may be meant. */
    public List<NamedDesk> namedDesks() {
        List<String> order =
                suggestedDesks().stream().map(Assessment.Suggested::value).toList();
        return file.assessment().named().stream()
                .map(named -> {
                    String desk = named.desks().stream()
                            .filter(order::contains)
                            .min(Comparator.comparingInt(order::indexOf))
                            .orElse(named.desks().getFirst());
                    return new NamedDesk(
                            desk,
                            named.words(),
                            order.indexOf(desk) + 1,
                            unsuitableDesks().stream()
                                    .filter(one -> one.value().equals(desk))
                                    .flatMap(one -> one.reasons().stream())
                                    .toList());
                })
                .toList();
    }

    /** How a desk can be reached now and what it wants; null for one that this case cannot be handed to. */
    public @Nullable RankedDesk rankedDesk(String code) {
        return ranked.stream()
                .filter(one -> one.desk().code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<Assessment.Suggested<String>> known(List<Assessment.Suggested<String>> suggested) {
        return suggested.stream()
                .filter(one -> deskNames.containsKey(one.value()))
                .toList();
    }

    /** A desk's name, or its code while the directory has not told it. */
    public String deskName(String code) {
        return deskNames.getOrDefault(code, code);
    }
}
