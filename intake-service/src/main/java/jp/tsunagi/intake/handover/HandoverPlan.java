package jp.tsunagi.intake.handover;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.FieldLabel;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Field;

/**
 * What a counsellor wants to pass on, and to whom. Knows why the desk would not take it, and what it would see.
 *
 * @param summary without anything that identifies the person; all the desk sees before it accepts
 */
public record HandoverPlan(String targetDesk, Set<Field> fields, String summary) {

    static final int MAX_SUMMARY = 2_000;

    public HandoverPlan {
        fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    DisclosedData disclosed(Submission told) {
        return new DisclosedData(
                summary,
                fields.contains(Field.NARRATIVE) ? told.text() : null,
                fields.contains(Field.URLS) ? told.canonicalUrls() : null,
                fields.contains(Field.CALL_NAME) ? told.consulter().callName() : null,
                fields.contains(Field.CONTACT) ? told.contact() : null);
    }

    /** Every reason against it that lies in the case or in the desk's intake profile, all at once. */
    List<Violation> objections(Optional<Desk> desk, String owner, Submission told) {
        Violations objections = new Violations();
        desk.ifPresentOrElse(
                known -> checkProfile(known, owner, told, objections),
                () -> objections.add("/targetDesk", IntakeProblem.DESK_UNKNOWN));
        checkSummary(told, objections);
        return objections.list();
    }

    private void checkProfile(Desk desk, String owner, Submission told, Violations objections) {
        Desk.Profile profile = desk.profile();
        objections.addAll(desk.objections(owner, told.consulter()));
        profile.requiredFields().stream()
                .filter(field -> !isProvided(field, told))
                .forEach(field -> objections.add(aboutField(IntakeProblem.FIELD_MISSING, field)));
        fields.stream()
                .filter(profile.refusedFields()::contains)
                .forEach(field -> objections.add(aboutField(IntakeProblem.FIELD_REFUSED, field)));
    }

    private void checkSummary(Submission told, Violations objections) {
        if (Narrative.isBlank(summary)) {
            objections.add("/summary", IntakeProblem.SUMMARY_MISSING);
            return;
        }
        objections
                .addIf(
                        summary.codePointCount(0, summary.length()) > MAX_SUMMARY,
                        "/summary",
                        IntakeProblem.SUMMARY_TOO_LONG)
                .addIf(
                        mentions(summary, told.consulter().callName()) || mentions(summary, told.contact()),
                        "/summary",
                        IntakeProblem.SUMMARY_IDENTIFIES);
    }

    private static boolean mentions(String summary, String personal) {
        return personal.strip().length() > 1 && summary.contains(personal.strip());
    }

    /** A required field counts when it is ticked and the consulter did tell it. */
    private boolean isProvided(Field field, Submission told) {
        return fields.contains(field) && !told.told(field).isEmpty();
    }

    private static Violation aboutField(IntakeProblem problem, Field field) {
        return new Violation("/fields", problem).with("field", new FieldLabel(field));
    }
}
