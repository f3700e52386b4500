package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consent.ConsentConversation;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.TextEditions;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.HandoverPlan;
import jp.tsunagi.intake.handover.WaitingHandovers;
import jp.tsunagi.intake.note.Note;
import jp.tsunagi.intake.note.Notes;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** Everything the case page lays out: the case, its timeline, consents, hand-overs and the desks to pick from. */
@ApplicationScoped
class CasePageModel {

    private final CaseFiles files;
    private final Consents consents;
    private final Notes notes;
    private final CaseThreads threads;
    private final WaitingHandovers waiting;
    private final Desks desks;
    private final TellingHolders holders;
    private final Counsellors counsellors;
    private final Clock clock;

    CasePageModel(
            CaseFiles files,
            Consents consents,
            Notes notes,
            CaseThreads threads,
            WaitingHandovers waiting,
            Desks desks,
            TellingHolders holders,
            Counsellors counsellors,
            Clock clock) {
        this.files = files;
        this.waiting = waiting;
        this.clock = clock;
        this.consents = consents;
        this.notes = notes;
        this.threads = threads;
        this.desks = desks;
        this.holders = holders;
        this.counsellors = counsellors;
    }

    /** Names of the fields that go on with a form from step to step of a hand-over. */
    private static final List<String> HANDOVER =
            List.of("version", "since", "draft", "targetDesk", "fields", "summary", "kind", "givenAt", "reason");

    /** @param mayWork false for those who only read, such as a legal adviser */
    record View(
            CaseFile file,
            List<Note> notes,
            List<ReferralThread> referrals,
            List<ConsentConversation> consents,
            List<WaitingHandovers.Waiting> approvals,
            List<RankedDesk> ranked,
            List<Desk> desks,
            List<Choice> fieldChoices,
            List<Choice> channels,
            Map<String, String> deskNames,
            List<Choice> colleagues,
            Actor reader,
            boolean mayWork) {

        public List<String> typedNames() {
            return CasePageModel.HANDOVER;
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

        public List<Entry> timeline() {
            return CasePageModel.timeline(file, notes);
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
            return meanwhile(form).stream()
                    .filter(Entry::isAnswer)
                    .map(Entry::text)
                    .reduce("", (_, newer) -> newer);
        }

        /** How to reach a desk outside the platform; null while the directory has not told it. */
        public @Nullable Desk desk(String code) {
            return desks.stream()
                    .filter(desk -> desk.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }

        /** The desks that fit best, for a glance. */
        public List<RankedDesk> best() {
            return ranked.stream().filter(RankedDesk::isPossible).limit(3).toList();
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

        Entry(
                Instant at,
                @Nullable CommandType action,
                String who,
                @Nullable String text,
                boolean fromConsulter,
                boolean note) {
            this(at, action, who, text, fromConsulter, note, null);
        }

        boolean isAnswer() {
            return text != null && !fromConsulter && !note && !who.isEmpty();
        }
    }

    /**
     * What the desk would see, and what it would not.
     *
     * @param outside the desk, when nothing reaches it from here; else null
     */
    record Preview(
            UUID id,
            String receiptNumber,
            @Nullable String deskName,
            @Nullable Desk outside,
            String summary,
            List<Part> seen,
            List<Field> withheld) {

        public List<String> carried() {
            return CasePageModel.HANDOVER;
        }
    }

    /** A field that is passed on: its text, or its URLs. */
    record Part(Field field, String text, List<String> urls) {

        static Part of(Field field, Submission told) {
            List<String> words = told.told(field);
            return field == Field.URLS
                    ? new Part(field, "", words)
                    : new Part(field, String.join("", words), List.of());
        }
    }

    /** For the page that shows what the person told, which the reader has then seen. */
    View viewWithNews(UUID id, Actor reader, Locale locale) {
        holders.seen(id, reader.id());
        return view(files.readWithNews(id, reader), reader, locale);
    }

    /** For the pages beside it, which show no message. */
    View view(UUID id, Actor reader, Locale locale) {
        return view(files.read(id, reader), reader, locale);
    }

    private View view(CaseFile file, Actor reader, Locale locale) {
        UUID id = file.id();
        List<Desk> all = desks.all();
        List<ReferralThread> hands = threads.of(id);
        ConsentHistory history = consents.history(id);
        return new View(
                file,
                notes.findByConsultation(id),
                hands,
                history.conversations(),
                waiting.findByConsultation(id),
                RankedDesk.of(
                        file,
                        all,
                        history,
                        hands.stream().map(ReferralThread::referral).toList(),
                        LocalDateTime.ofInstant(clock.instant(), JapanTime.ZONE)),
                all,
                Choice.of(List.of(Field.values()), Messages.in(locale, CodeMessages.class)::field),
                Choice.of(List.of(DeliveryChannel.values()), Messages.in(locale, CodeMessages.class)::deliveryChannel),
                Desks.names(all, locale),
                colleagues(file, reader),
                reader,
                reader.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR));
    }

    /** To whom the reader may give the case; two people may share a name, so the account stands beside it. */
    private List<Choice> colleagues(CaseFile file, Actor reader) {
        return counsellors.findByAgency(file.consultation().owner()).stream()
                .filter(one -> !one.account().equals(file.consultation().assignee())
                        && !one.account().equals(reader.id()))
                .map(one -> new Choice(one.account(), one.name() + " (" + one.account() + ")"))
                .toList();
    }

    static Preview preview(CaseFile file, HandoverPlan plan, Optional<Desk> to, Locale locale) {
        return new Preview(
                file.id(),
                file.receiptNumber(),
                to.map(desk -> desk.name().in(locale)).orElse(null),
                to.filter(desk -> !desk.mode().arrivesByItself()).orElse(null),
                plan.summary(),
                plan.fields().stream()
                        .map(field -> Part.of(field, file.submission()))
                        .toList(),
                Arrays.stream(Field.values())
                        .filter(field -> !plan.fields().contains(field))
                        .toList());
    }

    CaseFile read(UUID id, Actor by) {
        return files.read(id, by);
    }

    CaseFile readForHandOver(UUID id, Actor by) {
        return files.readForHandOver(id, by);
    }

    /** Edition of the consent text that a counsellor reads out today. */
    String textToday() {
        return TextEditions.at(clock.instant());
    }

    Optional<Desk> desk(String code) {
        return desks.find(code);
    }

    private static List<Entry> timeline(CaseFile file, List<Note> notes) {
        List<Entry> entries = new ArrayList<>();
        file.steps()
                .forEach(step ->
                        entries.add(new Entry(step.at(), step.action(), step.by(), null, false, false, step.to())));
        file.messages()
                .forEach(message -> entries.add(new Entry(
                        message.at(), null, message.author(), message.text(), message.fromConsulter(), false)));
        notes.forEach(note -> entries.add(new Entry(note.at(), null, note.author(), note.text(), false, true)));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }
}
