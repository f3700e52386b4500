package jp.tsunagi.intake.handover;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseStatement;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.intake.submission.FieldLabel;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a counsellor wants to pass on, and to whom. Knows why the desk would not take it, and what it would see.
 *
 * @param summary without anything that identifies the person; all the desk sees before it accepts
 */
public record HandoverPlan(
        String targetDesk, Set<Field> fields, @Nullable String summary) {

    private static final int MAX_SUMMARY = 2_000;

    public HandoverPlan {
        fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    DisclosedData disclosed(CaseStatement statement) {
        return new DisclosedData(
                summary,
                fields.contains(Field.NARRATIVE) ? statement.narrative() : null,
                fields.contains(Field.URLS) ? canonical(statement.urls()) : null,
                fields.contains(Field.CALL_NAME) ? statement.callName() : null,
                fields.contains(Field.CONTACT) ? statement.contact() : null);
    }

    /** Every reason against it that lies in the case or in the desk's intake profile, all at once. */
    List<Violation> objections(Optional<Desk> desk, String owner, CaseStatement statement) {
        Violations objections = new Violations();
        desk.ifPresentOrElse(
                known -> checkProfile(known, owner, statement, objections),
                () -> objections.add("/targetDesk", IntakeProblem.DESK_UNKNOWN));
        checkSummary(statement, objections);
        return objections.list();
    }

    private void checkProfile(Desk desk, String owner, CaseStatement statement, Violations objections) {
        Desk.Profile profile = desk.profile();
        objections
                .addIf(desk.agency().equals(owner), "/targetDesk", IntakeProblem.DESK_IS_OWN)
                .addIf(!desk.accepting(), "/targetDesk", IntakeProblem.DESK_NOT_ACCEPTING)
                .addIf(
                        profile.refusedConsulterTypes()
                                .contains(statement.classification().consulterType()),
                        "/targetDesk",
                        IntakeProblem.CONSULTER_TYPE_REFUSED);
        profile.requiredFields().stream()
                .filter(field -> !isProvided(field, statement))
                .forEach(field -> objections.add(aboutField(IntakeProblem.REQUIRED_FIELD_MISSING, field)));
        fields.stream()
                .filter(profile.refusedFields()::contains)
                .forEach(field -> objections.add(aboutField(IntakeProblem.FIELD_REFUSED, field)));
    }

    private void checkSummary(CaseStatement statement, Violations objections) {
        if (summary == null || Narrative.isBlank(summary)) {
            objections.add("/summary", IntakeProblem.SUMMARY_MISSING);
            return;
        }
        objections
                .addIf(
                        summary.codePointCount(0, summary.length()) > MAX_SUMMARY,
                        "/summary",
                        IntakeProblem.SUMMARY_TOO_LONG)
                .addIf(
                        mentions(summary, statement.callName()) || mentions(summary, statement.contact()),
                        "/summary",
                        IntakeProblem.SUMMARY_IDENTIFIES);
    }

    private static boolean mentions(String summary, String personal) {
        return personal.strip().length() > 1 && summary.contains(personal.strip());
    }

    /** A required field counts when it is ticked and the consulter did tell it. */
    private boolean isProvided(Field field, CaseStatement statement) {
        return fields.contains(field)
                && switch (field) {
                    case NARRATIVE -> true;
                    case URLS -> !statement.urls().isEmpty();
                    case CALL_NAME -> !statement.callName().isEmpty();
                    case CONTACT -> !statement.contact().isEmpty();
                };
    }

    private static Violation aboutField(IntakeProblem problem, Field field) {
        return new Violation("/fields", problem).with("field", new FieldLabel(field));
    }

    private static List<String> canonical(List<String> typed) {
        return typed.stream()
                .flatMap(one -> ContentUrls.inField(one).stream())
                .map(ContentUrl::canonical)
                .toList();
    }
}
