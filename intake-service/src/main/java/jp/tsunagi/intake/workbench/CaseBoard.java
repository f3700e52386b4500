package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.Labels;
import jp.tsunagi.intake.Words;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.HandoverPlan;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;

/** Everything the case page lays out: the case, its timeline, consents, hand-overs and the desks to pick from. */
@ApplicationScoped
class CaseBoard {

    private final CaseFiles files;
    private final Consents consents;
    private final Referrals referrals;
    private final Desks desks;

    CaseBoard(CaseFiles files, Consents consents, Referrals referrals, Desks desks) {
        this.files = files;
        this.consents = consents;
        this.referrals = referrals;
        this.desks = desks;
    }

    /** @param mayAct false for those who only read, such as a legal adviser */
    record View(
            CaseFile file,
            List<Entry> timeline,
            List<Referral> referrals,
            List<Consent> consents,
            List<Desk> desks,
            List<Choice> deskChoices,
            List<Choice> parts,
            Map<String, String> deskNames,
            boolean mayAct) {

        /** A desk's name, or its code while the directory has not told it. */
        public String deskName(String code) {
            return code == null ? "" : deskNames.getOrDefault(code, code);
        }
    }

    /** One line of the timeline: a step, or words that were exchanged ({@code text} is null for a step). */
    record Entry(Instant at, String action, String who, String text, boolean fromConsulter) {}

    /** What the desk would see, and what it would not. */
    record Preview(
            UUID id, String receiptNumber, Desk desk, Map<String, Object> seen, List<String> urls, List<String> kept) {

        /** Names of the fields that go on with the form. */
        public List<String> carried() {
            return List.of("version", "targetDesk", "fields", "summary", "basis", "givenAt", "reason", "approvedBy");
        }
    }

    View view(UUID id, Actor reader, String lang) {
        CaseFile file = files.open(id, reader);
        List<Desk> others = desks.all().stream()
                .filter(desk -> !desk.agency().equals(file.state().owner()))
                .toList();
        return new View(
                file,
                timeline(file),
                referrals.of(id),
                consents.of(id),
                others,
                others.stream().map(desk -> choice(desk, lang)).toList(),
                parts(lang),
                desks.all().stream().collect(Collectors.toMap(Desk::code, desk -> desk.name(lang))),
                reader.hasAnyRole("counsellor", "supervisor") && file.isOpen());
    }

    Preview preview(UUID id, HandoverPlan plan, Actor by) {
        CaseFile file = files.open(id, by);
        List<String> kept = Arrays.stream(Field.values())
                .filter(field -> !plan.fields().contains(field))
                .map(Field::code)
                .toList();
        return new Preview(
                id,
                file.receiptNumber(),
                desks.find(plan.targetDesk()).orElse(null),
                plan.disclosed(file.told()),
                file.told().urls(),
                kept);
    }

    CaseFile forHandOver(UUID id, Actor by) {
        return files.forHandOver(id, by);
    }

    Optional<Desk> desk(String code) {
        return desks.find(code);
    }

    /** A lost race names who won and when, in the words of ux.md 5.6. */
    static Refusal explained(Refusal refusal, String lang) {
        Object who = refusal.members().get("changedBy");
        if (refusal.kind() != Refusal.Kind.STALE || who == null) {
            return refusal;
        }
        String at = JapanTime.jst(Instant.parse((String) refusal.members().get("changedAt")), lang);
        String name = who.toString().isEmpty() ? "相談者または連携先" : who + "さん";
        String nameEn = who.toString().isEmpty() ? "The consulter or a desk" : who.toString();
        return new Refusal(
                Refusal.Kind.STALE,
                refusal.code(),
                "%sが%sに変更しました。あなたの入力は残っています。".formatted(name, at),
                "%s changed it at %s. What you typed is still here.".formatted(nameEn, at));
    }

    private static Choice choice(Desk desk, String lang) {
        String hint = desk.scopeJa() == null ? null : desk.scopeJa();
        String closed = desk.accepting() ? "" : "en".equals(lang) ? " (not accepting)" : "(受付停止中)";
        return new Choice(desk.code(), desk.name(lang) + closed, hint);
    }

    private static List<Choice> parts(String lang) {
        return Labels.of(lang, Field.values(), Field::code, Words::part);
    }

    private static List<Entry> timeline(CaseFile file) {
        List<Entry> entries = new ArrayList<>();
        file.steps().forEach(step -> entries.add(new Entry(step.at(), step.action(), step.by(), null, false)));
        file.messages()
                .forEach(message -> entries.add(
                        new Entry(message.at(), null, message.author(), message.text(), message.fromConsulter())));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }
}
