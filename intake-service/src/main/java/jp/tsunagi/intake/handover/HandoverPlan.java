package jp.tsunagi.intake.handover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.ContentUrls;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Refusal.Pointed;

/**
 * What a counsellor wants to pass on, and to whom. Knows why the desk would not take it, and what it would see.
 *
 * @param summary without anything that identifies the person; all the desk sees before it accepts
 */
public record HandoverPlan(String targetDesk, Set<Field> fields, String summary) {

    private static final int MAX_SUMMARY = 2_000;

    public HandoverPlan {
        fields = fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }

    /** Everything the desk would receive; what is not ticked is not there at all. */
    public Map<String, Object> disclosed(CaseFile.Told told) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("summary", summary);
        if (fields.contains(Field.NARRATIVE)) {
            seen.put("narrative", told.narrative());
        }
        if (fields.contains(Field.URLS)) {
            seen.put("urls", canonical(told.urls()));
        }
        if (fields.contains(Field.CALL_NAME)) {
            seen.put("callName", told.callName());
        }
        if (fields.contains(Field.CONTACT)) {
            seen.put("contact", told.contact());
        }
        return seen;
    }

    /** Every reason against it that lies in the case or in the desk's intake profile, all at once. */
    List<Pointed> objections(Optional<Desk> desk, String owner, CaseFile.Told told) {
        List<Pointed> objections = new ArrayList<>();
        desk.ifPresentOrElse(
                known -> profile(known, owner, told, objections),
                () -> objections.add(new Pointed(
                        "/targetDesk", "desk-unknown", "この窓口は登録されていません。", "There is no such desk in the directory.")));
        summary(told, objections);
        return objections;
    }

    private void profile(Desk desk, String owner, CaseFile.Told told, List<Pointed> objections) {
        if (desk.agency().equals(owner)) {
            objections.add(new Pointed("/targetDesk", "desk-is-own", "自分の機関の窓口です。", "This desk is your own agency's."));
        }
        if (!desk.accepting()) {
            objections.add(new Pointed(
                    "/targetDesk",
                    "desk-not-accepting",
                    "この窓口はいま受け付けていません。ほかの窓口を選んでください。",
                    "This desk is not accepting referrals now: choose another one."));
        }
        if (desk.refusedConsulterTypes().contains(told.consulterType())) {
            objections.add(new Pointed(
                    "/targetDesk",
                    "consulter-type-refused",
                    "この窓口は、この立場の方からの相談を受けません。",
                    "This desk does not take cases of this kind of consulter."));
        }
        desk.requiredFields().stream()
                .filter(code -> !isProvided(code, told))
                .forEach(code -> objections.add(new Pointed(
                        "/fields",
                        "required-field-missing",
                        "この窓口には「%s」が必要です。".formatted(code),
                        "This desk needs %s.".formatted(code))));
        fields.stream()
                .map(Field::code)
                .filter(desk.refusedFields()::contains)
                .forEach(code -> objections.add(new Pointed(
                        "/fields",
                        "field-refused",
                        "この窓口は「%s」を受け取りません。外してください。".formatted(code),
                        "This desk does not want %s: leave it out.".formatted(code))));
    }

    private void summary(CaseFile.Told told, List<Pointed> objections) {
        if (Narrative.isBlank(summary)) {
            objections.add(new Pointed(
                    "/summary",
                    "summary-missing",
                    "相手が受理する前に読む要約を書いてください(名前などは入れません)。",
                    "Write the summary the desk reads before it accepts; no names."));
            return;
        }
        if (summary.codePointCount(0, summary.length()) > MAX_SUMMARY) {
            objections.add(new Pointed("/summary", "text-too-long", "要約は2,000文字までです。", "Up to 2,000 characters."));
        }
        if (mentions(told.callName()) || mentions(told.contact())) {
            objections.add(new Pointed(
                    "/summary",
                    "summary-identifies",
                    "要約に相談者の呼び名か連絡先が入っています。受理される前に見える文なので、消してください。",
                    "The summary names the consulter or the contact: it is read before acceptance, so remove them."));
        }
    }

    private boolean mentions(String personal) {
        return personal.strip().length() > 1 && summary.contains(personal.strip());
    }

    /** A required field counts when it is ticked and the consulter did tell it. */
    private boolean isProvided(String code, CaseFile.Told told) {
        Optional<Field> field = Field.of(code);
        return field.isPresent()
                && fields.contains(field.get())
                && switch (field.get()) {
                    case NARRATIVE -> true;
                    case URLS -> !told.urls().isEmpty();
                    case CALL_NAME -> !told.callName().isEmpty();
                    case CONTACT -> !told.contact().isEmpty();
                };
    }

    private static List<String> canonical(List<String> typed) {
        return typed.stream()
                .flatMap(one -> ContentUrls.inField(one).stream())
                .map(url -> url.canonical())
                .toList();
    }
}
