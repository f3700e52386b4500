package jp.tsunagi.intake.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.intake.awareness.AwarenessMaterials;
import jp.tsunagi.intake.awareness.Material;
import jp.tsunagi.intake.casedeadline.CaseDeadline;
import jp.tsunagi.intake.consent.ConsentConversation;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.WaitingHandovers;
import jp.tsunagi.intake.note.Note;
import jp.tsunagi.intake.removal.AnswerResult;
import jp.tsunagi.intake.removal.RequestFile;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case shows.
 *
 * @param isUnheard whether mails to the consulter do not get through
 * @param mayWork false for those who only read, such as a legal adviser
 */
record CaseView(
        CaseFile file,
        List<TargetFile> targets,
        List<CaseDeadline> deadlines,
        List<StartingDay> days,
        List<Note> notes,
        List<ReferralThread> referrals,
        List<ConsentConversation> consents,
        List<WaitingHandovers.Waiting> approvals,
        AssessmentView assessment,
        List<RankedDesk> ranked,
        List<Desk> desks,
        List<Choice> fieldChoices,
        List<Choice> channels,
        Map<String, String> deskNames,
        List<Choice> colleagues,
        Actor reader,
        boolean isUnheard,
        boolean mayWork) {

    /** How many places stand on the page of a case. */
    private static final int GLANCE = 10;

    private static final int DEADLINES_AT_A_GLANCE = 5;
    private static final int MATERIALS = 6;

    /** Places for a glance; all of them have a page. */
    public List<TargetFile> firstTargets() {
        return targets.stream().limit(GLANCE).toList();
    }

    /** Deadlines for a glance: those that still run, the most pressing first; all of them have a page. */
    public List<CaseDeadline> firstDeadlines() {
        return deadlines.stream()
                .filter(one -> !one.isOver())
                .limit(DEADLINES_AT_A_GLANCE)
                .toList();
    }

    /** Material that fits the case, for its answer. */
    public List<Material> materials() {
        CaseClassification about = file.classification();
        return AwarenessMaterials.fitting(file.allCategories(), about.consulterType(), about.ageBand()).stream()
                .limit(MATERIALS)
                .toList();
    }

    public List<String> typedNames() {
        return HandoverForm.FIELDS;
    }

    public boolean isMine() {
        return file.consultation().assignee().equals(reader.id());
    }

    /** What people call who works on it; empty for nobody. */
    public String holderName() {
        return nameOf(file.consultation().assignee());
    }

    /** What people call who did something here or was given the case; else the account itself. */
    public String nameOf(String account) {
        return file.steps().reversed().stream()
                .map(step -> step.nameOf(account))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(account);
    }

    /** Whether somebody works on it who can give it back, because neither the person nor a desk has the next word. */
    public boolean mayRelease() {
        return file.consultation() instanceof Consultation.InProgress
                || file.consultation() instanceof Consultation.Returned back
                        && !back.assignee().isEmpty();
    }

    public boolean mayAct() {
        return mayWork && file.isOpen();
    }

    public boolean mayDecide(WaitingHandovers.Waiting one) {
        return one.approval().mayBeDecidedBy(reader);
    }

    public String reasonField(WaitingHandovers.Waiting one) {
        return CaseDrafts.decision(one.approval().id());
    }

    /** What happened and what was said, the oldest first. */
    public List<Entry> timeline() {
        List<Entry> entries = new ArrayList<>();
        file.steps()
                .forEach(step ->
                        entries.add(new Entry(step.at(), step.action(), step.by(), null, false, false, step.to())));
        file.messages()
                .forEach(message -> entries.add(new Entry(
                        message.at(), null, message.author(), message.text(), message.fromConsulter(), false, null)));
        notes.forEach(note -> entries.add(new Entry(note.at(), null, note.author(), note.text(), false, true, null)));
        targets.forEach(target -> target.requests().stream()
                .map(RequestFile::request)
                .forEach(request -> {
                    String host = target.target().url().host();
                    entries.add(Entry.of(
                            request.recordedAt(), request.recordedBy(), new RequestTurn(request.form(), null, host)));
                    request.answers()
                            .forEach(answer -> entries.add(Entry.of(
                                    answer.recordedAt(),
                                    answer.recordedBy(),
                                    new RequestTurn(request.form(), answer.result(), host))));
                }));
        days.forEach(day -> entries.add(Entry.of(day)));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    /** What happened since somebody began to write in a form; nothing when the form is up to date. */
    public List<Entry> meanwhile(Form form) {
        return file.steps().stream()
                .filter(step -> step.version() > CasePosts.began(form))
                .findFirst()
                .map(first -> timeline().stream()
                        .filter(entry -> !entry.at().isBefore(first.at()))
                        .toList())
                .orElse(List.of());
    }

    /** The newest answer that went to the consulter since somebody began to write in a form; empty for none. */
    public String answeredMeanwhile(Form form) {
        return meanwhile(form).stream().filter(Entry::isAnswer).map(Entry::text).reduce("", (_, newer) -> newer);
    }

    /** How to reach a desk outside the platform; null while the directory has not told it. */
    public @Nullable Desk desk(String code) {
        return desks.stream()
                .filter(desk -> desk.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The desks that fit best, for a glance; one that has had the case shows with its reasons among all desks. */
    public List<RankedDesk> best() {
        return ranked.stream()
                .filter(RankedDesk::isPossible)
                .filter(desk -> !desk.hasHadIt())
                .limit(3)
                .toList();
    }

    /** Where to turn to after a desk did not take the case: first where that desk pointed, if this is possible. */
    public @Nullable RankedDesk next() {
        return best().stream().findFirst().orElse(null);
    }

    /** What may be ticked for a desk: what it needs is, what it refuses is not there. */
    public List<Choice> fieldChoices(RankedDesk to) {
        return fieldChoices.stream()
                .filter(choice -> to.desk().profile().refusedFields().stream()
                        .noneMatch(field -> field.code().equals(choice.value())))
                .toList();
    }

    /** The same form with what the desk needs already ticked, when nothing was chosen yet. */
    public boolean isTicked(RankedDesk to, Form form, Choice choice) {
        return form.isRefused() || !form.values("fields").isEmpty()
                ? form.chosen("fields", choice.value())
                : to.desk().profile().requiredFields().stream()
                        .anyMatch(field -> field.code().equals(choice.value()));
    }

    /** Whether the consulter's yes in the mailbox covers what the desk needs. */
    public boolean hasConsent(RankedDesk to) {
        return to.reasons().stream().anyMatch(reason -> reason.why() == RankedDesk.Why.CONSENT_COVERS);
    }

    /** A desk's name, or its code while the directory has not told it. */
    public String deskName(@Nullable String code) {
        return code == null ? "" : deskNames.getOrDefault(code, code);
    }

    /**
     * One line of the timeline: a step ({@code action}), or words ({@code text}) that were exchanged or noted.
     *
     * @param to whom the case was given to by the step; null for any other
     * @param request what was noted of a request to a provider; null for any other
     * @param day what was noted from which deadlines run; null for any other
     */
    record Entry(
            Instant at,
            @Nullable CommandType action,
            String who,
            @Nullable String text,
            boolean fromConsulter,
            boolean note,
            @Nullable String to,
            @Nullable RequestTurn request,
            @Nullable StartingDay day) {

        Entry(
                Instant at,
                @Nullable CommandType action,
                String who,
                @Nullable String text,
                boolean fromConsulter,
                boolean note,
                @Nullable String to) {
            this(at, action, who, text, fromConsulter, note, to, null, null);
        }

        static Entry of(Instant at, String who, RequestTurn request) {
            return new Entry(at, null, who, null, false, false, null, request, null);
        }

        static Entry of(StartingDay day) {
            return new Entry(day.recordedAt(), null, day.recordedBy(), null, false, false, null, null, day);
        }

        boolean isAnswer() {
            return text != null && !fromConsulter && !note && !who.isEmpty();
        }
    }

    /**
     * A request to a provider, or its answer.
     *
     * @param result null for the request itself
     */
    record RequestTurn(RequestForm form, @Nullable AnswerResult result, String host) {}
}
