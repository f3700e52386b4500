package jp.tsunagi.intake.triage;

import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;

/** What a person decides about one of the answers of triage. */
public sealed interface Decision {

    /** Where a request names a single answer. */
    String FIRST = "/codes/0";

    record UrgencyIs(Urgency urgency) implements Decision {}

    record CategoriesAre(List<Category> categories) implements Decision {
        public CategoriesAre {
            categories = List.copyOf(categories);
        }
    }

    record WishIs(Wish wish) implements Decision {}

    /** The case belongs to this desk. */
    record DeskIs(String desk) implements Decision {}

    /** The case does not belong to this desk, whatever the rules say. */
    record NotDesk(String desk) implements Decision {}

    default Rule.Question question() {
        return switch (this) {
            case UrgencyIs _ -> Rule.Question.URGENCY;
            case CategoriesAre _ -> Rule.Question.CATEGORIES;
            case WishIs _ -> Rule.Question.WISH;
            case DeskIs _ -> Rule.Question.DESK;
            case NotDesk _ -> Rule.Question.NOT_DESK;
        };
    }

    /** The codes of the answer. */
    default List<String> codes() {
        return switch (this) {
            case UrgencyIs(var urgency) -> List.of(urgency.code());
            case CategoriesAre(var categories) ->
                categories.stream().map(Category::code).toList();
            case WishIs(var wish) -> List.of(wish.code());
            case DeskIs(var desk) -> List.of(desk);
            case NotDesk(var desk) -> List.of(desk);
        };
    }

    /** Reads the codes of an answer; whether a desk exists is asked where the desks are known. */
    static Decision read(Rule.Question question, List<String> codes) {
        if (codes.isEmpty()) {
            throw new Refusal(PlatformProblem.NOT_EMPTY).at("/codes");
        }
        if (question != Rule.Question.CATEGORIES && codes.size() > 1) {
            throw new Refusal(PlatformProblem.VALUE_MALFORMED).at("/codes");
        }
        return switch (question) {
            case URGENCY -> new UrgencyIs(coded(Urgency.class, codes.getFirst(), FIRST));
            case CATEGORIES ->
                new CategoriesAre(codes.stream()
                        .map(code -> coded(Category.class, code, "/codes"))
                        .distinct()
                        .sorted()
                        .toList());
            case WISH -> new WishIs(coded(Wish.class, codes.getFirst(), FIRST));
            case DESK -> new DeskIs(desk(codes.getFirst()));
            case NOT_DESK -> new NotDesk(desk(codes.getFirst()));
        };
    }

    private static String desk(String code) {
        if (code.isBlank()) {
            throw new Refusal(PlatformProblem.NOT_EMPTY).at(FIRST);
        }
        return code;
    }

    private static <E extends Enum<E> & Coded> E coded(Class<E> list, String code, String pointer) {
        if (code.isEmpty()) {
            throw new Refusal(PlatformProblem.NOT_EMPTY).at(pointer);
        }
        return Coded.find(list, code)
                .orElseThrow(() ->
                        new Refusal(PlatformProblem.VALUE_UNKNOWN).at(pointer).with("allowed", Coded.codes(list)));
    }
}
