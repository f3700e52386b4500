package jp.tsunagi.intake.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.intake.consent.ConsentConversation;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.WaitingHandovers;
import jp.tsunagi.intake.note.Note;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triagedecision.TriageDecision;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case shows.
 *
 * @param decisions about the answers of triage, the oldest first
 * @param lessUrgent how urgent the case could be instead, if it were less
 * @param isUnheard whether mails to the consulter do not get through
 * @param mayWork false for those who only read, such as a legal adviser
 */
record CaseView(
        CaseFile file,
        List<Note> notes,
        List<ReferralThread> referrals,
        List<ConsentConversation> consents,
        List<WaitingHandovers.Waiting> approvals,
        List<TriageDecision> decisions,
        List<RankedDesk> ranked,
        List<Desk> desks,
        List<Choice> fieldChoices,
        List<Choice> channels,
        Map<String, String> deskNames,
        Map<String, String> ruleLabels,
        List<Choice> colleagues,
        List<Choice> lessUrgent,
        Actor reader,
        boolean isUnheard,
        boolean mayWork) {

    /** More desks would not be read. */
    private static final int SUGGESTED = 4;

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

    /** What a rule says; its id when the rules that are in force do not have it any more. */
    public String rule(String id) {
        return ruleLabels.getOrDefault(id, id);
    }

    /** What was decided last about an answer of triage; null for nothing. */
    public @Nullable TriageDecision decision(String question) {
        return latest(Coded.find(Rule.Question.class, question).orElseThrow());
    }

    private @Nullable TriageDecision latest(Rule.Question question) {
        return decisions.reversed().stream()
                .filter(one -> one.question() == question)
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody has said yet that an answer is right, or what is. */
    public boolean isToConfirm(String question) {
        return decision(question) == null;
    }

    /** Who decided how urgent it is; null also when new words have raised it since. */
    public @Nullable TriageDecision urgencyDecision() {
        return file.urgencyDecided() ? latest(Rule.Question.URGENCY) : null;
    }

    /** The desks to which somebody decided that the case does not belong. */
    public List<TriageDecision> ruledOut() {
        Set<String> out = TriageDecision.ruledOut(decisions);
        return decisions.stream()
                .filter(one -> one.question() == Rule.Question.NOT_DESK
                        && out.contains(one.decided().getFirst()))
                .toList();
    }

    /** Kinds of harm that were written of after somebody decided them. */
    public List<Category> kindsSince() {
        TriageDecision decided = latest(Rule.Question.CATEGORIES);
        return decided == null
                ? List.of()
                : file.assessment().categories().stream()
                        .map(Assessment.Suggested::value)
                        .filter(kind -> !decided.suggested().contains(kind.code())
                                && !decided.decided().contains(kind.code()))
                        .toList();
    }

    public boolean mayLower() {
        return reader.hasRole(Roles.SUPERVISOR);
    }

    public List<Urgency> moreUrgent() {
        return Arrays.stream(Urgency.values())
                .filter(level -> level.compareTo(file.urgency()) < 0)
                .toList();
    }

    public List<Category> allKinds() {
        return List.of(Category.values());
    }

    public List<Wish> allWishes() {
        return Arrays.stream(Wish.values())
                .filter(wish -> wish != Wish.UNANSWERED && wish != wish())
                .toList();
    }

    /** The kinds of harm as they were decided; else those that the person chose and those that the words tell. */
    public List<Category> kinds() {
        TriageDecision decided = latest(Rule.Question.CATEGORIES);
        if (decided != null) {
            return decided.decided().stream()
                    .flatMap(code -> Coded.find(Category.class, code).stream())
                    .toList();
        }
        return Stream.concat(
                        file.submission().categories().stream(),
                        file.assessment().categories().stream().map(Assessment.Suggested::value))
                .distinct()
                .toList();
    }

    /** The wish as it was decided; else what the person answered or the words say; null for none. */
    public @Nullable Wish wish() {
        TriageDecision decided = latest(Rule.Question.WISH);
        if (decided != null) {
            return Coded.find(Wish.class, decided.decided().getFirst()).orElse(null);
        }
        if (file.assessment().wish() != null) {
            return file.assessment().wish().value();
        }
        return file.submission().wish() == Wish.UNANSWERED
                ? null
                : file.submission().wish();
    }

    /** The desks that triage suggests and the directory knows, the best first, without those that somebody ruled out. */
    public List<Assessment.Suggested<String>> suggestedDesks() {
        Set<String> out = TriageDecision.ruledOut(decisions);
        return known(file.assessment().without(out).desks()).stream()
                .limit(SUGGESTED)
                .toList();
    }

    /** The desks that this must not go to although somebody may think so. */
    public List<Assessment.Suggested<String>> unsuitableDesks() {
        return known(file.assessment().notDesks());
    }

    /**
     * A desk that the person speaks of, and why it is not the first or what place it has.
     *
     * @param place among the suggested desks, from 1; 0 for none of them
     * @param against the rules that speak against it
     */
    record NamedDesk(String desk, List<String> words, int place, List<Assessment.Reason> against) {}

    /** The desks that the person speaks of, each as the one that is suggested first of those that may be meant. */
    public List<NamedDesk> namedDesks() {
        List<String> order =
                suggestedDesks().stream().map(Assessment.Suggested::value).toList();
        return file.assessment().named().stream()
                .map(named -> {
                    String desk = named.desks().stream()
                            .filter(order::contains)
                            .min(Comparator.comparingInt(order::indexOf))
                            .orElse(named.desks().getFirst());
                    return new NamedDesk(
                            desk,
                            named.words(),
                            order.indexOf(desk) + 1,
                            unsuitableDesks().stream()
                                    .filter(one -> one.value().equals(desk))
                                    .flatMap(one -> one.reasons().stream())
                                    .toList());
                })
                .toList();
    }

    /** How a desk can be reached now and what it wants; null for one that this case cannot be handed to. */
    public @Nullable RankedDesk rankedDesk(String code) {
        return ranked.stream()
                .filter(one -> one.desk().code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<Assessment.Suggested<String>> known(List<Assessment.Suggested<String>> suggested) {
        return suggested.stream()
                .filter(one -> deskNames.containsKey(one.value()))
                .toList();
    }

    /** A desk's name, or its code while the directory has not told it. */
    public String deskName(@Nullable String code) {
        return code == null ? "" : deskNames.getOrDefault(code, code);
    }

    /**
     * One line of the timeline: a step ({@code action}), or words ({@code text}) that were exchanged or noted.
     *
     * @param to whom the case was given to by the step; null for any other
     */
    record Entry(
            Instant at,
            @Nullable CommandType action,
            String who,
            @Nullable String text,
            boolean fromConsulter,
            boolean note,
            @Nullable String to) {

        boolean isAnswer() {
            return text != null && !fromConsulter && !note && !who.isEmpty();
        }
    }
}
