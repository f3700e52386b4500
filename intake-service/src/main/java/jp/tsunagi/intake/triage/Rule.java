package jp.tsunagi.intake.triage;

import jakarta.persistence.EnumeratedValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * One rule of triage as rules.yaml or a routing guide writes it.
 *
 * @param id the same through all versions
 * @param when a condition in CEL over the answers, what was read, and what earlier kinds of rules said
 * @param label what the rule says, in a sentence a counsellor reads
 * @param source the article, guideline or page it comes from
 * @param asOf when somebody last looked whether that is so
 * @param line where it stands in its file
 */
public record Rule(
        String id, int version, String when, Answer answer, Label label, String source, LocalDate asOf, int line) {

    /** What a rule can answer, in the order in which rules are asked. */
    public enum Question implements Coded {
        CATEGORIES,
        WISH,
        URGENCY,
        NOT_DESK,
        DESK;

        @EnumeratedValue
        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }

        /** Whether its rules stand in the routing guide. */
        boolean isAboutDesks() {
            return this == NOT_DESK || this == DESK;
        }
    }

    /** What follows when a rule holds. */
    public sealed interface Answer {

        /** Which question it answers. */
        default Question question() {
            return switch (this) {
                case Kinds _ -> Question.CATEGORIES;
                case Wanted _ -> Question.WISH;
                case Urgent _ -> Question.URGENCY;
                case To _ -> Question.DESK;
                case NotTo _ -> Question.NOT_DESK;
            };
        }

        /** The codes of the answer. */
        default List<String> codes() {
            return switch (this) {
                case Kinds kinds ->
                    kinds.categories.stream().map(Category::code).sorted().toList();
                case Wanted wanted -> List.of(wanted.wish.code());
                case Urgent urgent -> List.of(urgent.urgency.code());
                case To to -> List.of(to.desk);
                case NotTo not -> List.of(not.desk);
            };
        }

        record Kinds(Set<Category> categories) implements Answer {}

        record Wanted(Wish wish) implements Answer {}

        record Urgent(Urgency urgency) implements Answer {}

        /** @param weight how much speaks for the desk, of the rules that name it the heaviest counts */
        record To(String desk, int weight) implements Answer {}

        /** A desk that would send the person on, or must not have it. */
        record NotTo(String desk) implements Answer {}
    }

    /** A sentence in the languages of the pages. */
    public record Label(String ja, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : ja;
        }
    }

    /**
     * What a rule may ask for.
     *
     * @param heard the signs that count
     * @param answeredWish what the person answered
     * @param wish the same, or what the words say
     * @param letters how long the text is
     * @param ticked the kinds of harm that the person chose
     * @param categories the same and those that the words tell
     * @param like what texts like it were
     */
    record Facts(
            List<String> heard,
            String answeredWish,
            String wish,
            String consulter,
            String age,
            String danger,
            boolean isMinor,
            long urls,
            long letters,
            List<String> ticked,
            List<String> categories,
            @Nullable Urgency urgency,
            Learned.Guess like) {

        Facts {
            heard = List.copyOf(heard);
            ticked = List.copyOf(ticked);
            categories = List.copyOf(categories);
        }
    }
}
