package jp.tsunagi.intake.workbench;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.tsunagi.intake.handover.HandoverPlan;
import jp.tsunagi.intake.handover.HandoverRequest;
import jp.tsunagi.intake.handover.HandoverRequest.BasisRequest;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/** Reads the hand-over form of the case page. */
final class HandoverForm {

    /** Names of the fields that go on with the form from step to step. */
    static final List<String> FIELDS =
            List.of("version", "since", "draft", "targetDesk", "fields", "summary", "kind", "givenAt", "reason");

    private HandoverForm() {}

    static HandoverPlan plan(Form form) {
        return new HandoverPlan(
                form.value("targetDesk"), Set.copyOf(form.codes("fields", Field.class)), form.text("summary"));
    }

    /** @param textToday edition that a counsellor reads out today */
    static HandoverRequest request(Form form, String textToday) {
        HandoverPlan plan = plan(form);
        return new HandoverRequest(
                plan.targetDesk(), List.copyOf(plan.fields()), plan.summary(), basis(form, textToday));
    }

    /** {@code told}: the counsellor heard it, of the fields ticked; {@code record}: answered in the mailbox. */
    private static @Nullable BasisRequest basis(Form form, String textToday) {
        return switch (form.value("kind")) {
            case "told" -> new BasisRequest(Ground.CONSENT, textToday, givenAt(form.value("givenAt")), null, null);
            case "record" -> new BasisRequest(Ground.CONSENT, null, null, null, null);
            default ->
                Coded.find(Ground.class, form.value("kind"))
                        .map(ground -> new BasisRequest(ground, null, null, null, form.value("reason")))
                        .orElse(null);
        };
    }

    /** Japan's time as the browser's date field writes it; null when it is none, which the rule then names. */
    private static @Nullable Instant givenAt(String typed) {
        try {
            return LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(JapanTime.ZONE)
                    .toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
