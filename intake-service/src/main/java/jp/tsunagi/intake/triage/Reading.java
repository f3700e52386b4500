package jp.tsunagi.intake.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a consultation tells before any rule is asked: the answers, the signs in the words, and what texts like it were. It
 * holds the person's words and is never stored.
 *
 * @param wordsBySign of the signs that count, in the order of the text
 * @param discounted the signs that do not
 */
record Reading(Submission told, Map<String, List<String>> wordsBySign, List<Finding> discounted, Learned.Guess like) {

    static Reading of(Submission told, List<Finding> findings, Learned.Guess like) {
        Map<String, List<String>> wordsBySign = new LinkedHashMap<>();
        findings.stream()
                .filter(Finding::counts)
                .forEach(one -> wordsBySign
                        .computeIfAbsent(one.sign(), _ -> new ArrayList<>())
                        .add(one.words()));
        return new Reading(
                told,
                wordsBySign,
                findings.stream().filter(one -> !one.counts()).toList(),
                like);
    }

    /**
     * What a rule may ask for.
     *
     * @param wish what was answered, or what the words say
     * @param categories what was ticked, and what the words tell
     * @param urgency null before it is known
     */
    Rule.Facts facts(Wish wish, Collection<String> categories, @Nullable Urgency urgency) {
        return new Rule.Facts(
                List.copyOf(wordsBySign.keySet()),
                told.wish().code(),
                wish.code(),
                told.consulter().type().code(),
                told.consulter().ageBand().code(),
                told.danger().code(),
                told.consulter().ageBand().isMinor(),
                told.urls().size(),
                told.text().strip().length(),
                told.categories().stream().map(Category::code).toList(),
                List.copyOf(categories),
                urgency,
                like);
    }

    /** The words of the signs that a rule asks for; what texts like it share only when there are none. */
    List<String> wordsFor(Rule.Answer answer, Condition condition) {
        List<String> ofSigns = wordsBySign.entrySet().stream()
                .filter(sign -> condition.named().contains(sign.getKey()))
                .flatMap(sign -> sign.getValue().stream())
                .distinct()
                .toList();
        if (!ofSigns.isEmpty() || !condition.goesByLikeness(answer.question())) {
            return ofSigns;
        }
        return answer.codes().stream()
                .flatMap(code -> like.told().words(answer.question(), code).stream())
                .distinct()
                .toList();
    }

    List<Assessment.Harmless> harmless() {
        return discounted.stream()
                .flatMap(one -> Stream.ofNullable(one.discount())
                        .map(why -> new Assessment.Harmless(one.sign(), one.words(), why)))
                .toList();
    }
}
