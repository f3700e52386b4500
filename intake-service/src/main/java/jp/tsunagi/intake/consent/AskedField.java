package jp.tsunagi.intake.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.FieldLabel;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.vocabulary.Field;

/**
 * A field as a question shows it: with what the person told, so that nobody agrees to something unseen, and with what
 * the desk says of it.
 *
 * @param values the person's own words, empty when nothing was told
 */
public record AskedField(Field field, List<String> values, boolean required, boolean refused) {

    public AskedField {
        values = List.copyOf(values);
    }

    /** Every field there is, for a question about this desk. */
    public static List<AskedField> all(Desk.Profile profile, Submission told) {
        return Arrays.stream(Field.values())
                .map(field -> new AskedField(
                        field,
                        told.told(field),
                        profile.requiredFields().contains(field),
                        profile.refusedFields().contains(field)))
                .toList();
    }

    /** Why these fields are not asked for: no consent is collected that the desk would then refuse. */
    static List<Violation> objections(List<AskedField> all, Set<Field> chosen) {
        return all.stream()
                .flatMap(one -> one.objections(chosen.contains(one.field)))
                .toList();
    }

    public boolean told() {
        return !values.isEmpty();
    }

    private Stream<Violation> objections(boolean isChosen) {
        if (isChosen && refused) {
            return Stream.of(about(IntakeProblem.FIELD_REFUSED));
        }
        if (!told() && (isChosen || required)) {
            return Stream.of(about(IntakeProblem.FIELD_NOT_TOLD));
        }
        return required && !isChosen ? Stream.of(about(IntakeProblem.FIELD_MISSING)) : Stream.of();
    }

    private Violation about(IntakeProblem problem) {
        return new Violation("/fields", problem).with("field", new FieldLabel(field));
    }
}
