package jp.tsunagi.intake.workbench;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.handover.Basis;
import jp.tsunagi.intake.handover.HandoverPlan;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;

/** Reads the hand-over form of the case page. */
final class HandoverForm {

    private HandoverForm() {}

    static HandoverPlan plan(Form form) {
        return new HandoverPlan(
                form.value("targetDesk"), fields(form), form.value("summary").replace("\r\n", "\n"));
    }

    static Set<Field> fields(Form form) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        form.values("fields").forEach(code -> Coded.find(Field.class, code).ifPresent(fields::add));
        return fields;
    }

    /** {@code told}: the counsellor heard it, of the fields ticked; {@code record}: answered in the mailbox. */
    static Basis basis(Form form) {
        return switch (form.value("kind")) {
            case "told" ->
                new Basis.ConsentTold(Consent.CURRENT_TEXT, givenAt(form.value("givenAt")), Optional.empty());
            case "record" -> new Basis.ConsentOnRecord();
            case "" -> new Basis.None();
            default ->
                new Basis.OtherGround(
                        Coded.find(Ground.class, form.value("kind")), form.value("reason"), form.value("approvedBy"));
        };
    }

    /** Japan's time as the browser's date field writes it; empty when it is none, which the rule then names. */
    private static Optional<Instant> givenAt(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(JapanTime.ZONE)
                    .toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
