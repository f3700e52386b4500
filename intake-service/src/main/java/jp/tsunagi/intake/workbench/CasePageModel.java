package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.CaseDeadlines;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consent.TextEditions;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.HandoverPlan;
import jp.tsunagi.intake.handover.WaitingHandovers;
import jp.tsunagi.intake.note.Notes;
import jp.tsunagi.intake.notification.TellingConsulters;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.PersonalDetails;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.intake.triagedecision.TriageDecision;
import jp.tsunagi.intake.triagedecision.TriageDecisions;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Urgency;
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
    private final TellingConsulters consulters;
    private final Counsellors counsellors;
    private final Triage triage;
    private final TriageDecisions decisions;
    private final CaseTargets targets;
    private final CaseDeadlines deadlines;
    private final Clock clock;

    CasePageModel(
            CaseFiles files,
            Consents consents,
            Notes notes,
            CaseThreads threads,
            WaitingHandovers waiting,
            Desks desks,
            TellingHolders holders,
            TellingConsulters consulters,
            Counsellors counsellors,
            Triage triage,
            TriageDecisions decisions,
            CaseTargets targets,
            CaseDeadlines deadlines,
            Clock clock) {
        this.files = files;
        this.waiting = waiting;
        this.triage = triage;
        this.decisions = decisions;
        this.targets = targets;
        this.deadlines = deadlines;
        this.clock = clock;
        this.consents = consents;
        this.notes = notes;
        this.threads = threads;
        this.desks = desks;
        this.holders = holders;
        this.consulters = consulters;
        this.counsellors = counsellors;
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

        /** Words of the summary that may point to somebody: all that the desk sees before it accepts. */
        public List<String> summaryDetails() {
            return PersonalDetails.in(summary);
        }

        /** The same in what else it sees. */
        public List<String> seenDetails() {
            return seen.stream()
                    .filter(part -> part.field == Field.NARRATIVE)
                    .flatMap(part -> PersonalDetails.in(part.text).stream())
                    .distinct()
                    .toList();
        }

        public List<String> carried() {
            return HandoverForm.FIELDS;
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
    CaseView viewWithNews(UUID id, Actor reader, Locale locale) {
        holders.seen(id, reader.id());
        return view(files.readWithNews(id, reader), reader, locale);
    }

    /** For the pages beside it, which show no message. */
    CaseView view(UUID id, Actor reader, Locale locale) {
        return view(files.read(id, reader), reader, locale);
    }

    private CaseView view(CaseFile file, Actor reader, Locale locale) {
        UUID id = file.id();
        List<Desk> all = desks.all();
        List<ReferralThread> hands = threads.of(id);
        ConsentHistory history = consents.history(id);
        List<TriageDecision> decided = decisions.findByConsultation(id);
        Map<String, String> deskNames = Desks.names(all, locale);
        CodeMessages codes = Messages.in(locale, CodeMessages.class);
        boolean mayWork = reader.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR);
        List<RankedDesk> ranked = RankedDesk.of(
                file,
                TriageDecision.ruledOut(decided),
                all,
                history,
                hands.stream().map(ReferralThread::referral).toList(),
                LocalDateTime.ofInstant(clock.instant(), JapanTime.ZONE));
        List<TargetFile> places = targets.of(file);
        List<StartingDay> days = deadlines.days(id);
        return new CaseView(
                file,
                places,
                deadlines.of(file, places, days),
                days,
                notes.findByConsultation(id),
                hands,
                history.conversations(),
                waiting.findByConsultation(id),
                new AssessmentView(
                        file,
                        decided,
                        ranked,
                        deskNames,
                        triage.labels(locale),
                        Choice.of(
                                Arrays.stream(Urgency.values())
                                        .filter(level -> level.compareTo(file.urgency()) > 0)
                                        .toList(),
                                codes::urgency),
                        mayWork && file.isOpen(),
                        reader.hasRole(Roles.SUPERVISOR)),
                ranked,
                all,
                Choice.of(List.of(Field.values()), codes::field),
                Choice.of(List.of(DeliveryChannel.values()), codes::deliveryChannel),
                deskNames,
                colleagues(file, reader),
                reader,
                consulters.isUnheard(id),
                mayWork);
    }

    /** To whom the reader may give the case; two people may share a name, so the account stands beside it. */
    private List<Choice> colleagues(CaseFile file, Actor reader) {
        return counsellors.findByAgency(file.consultation().owner()).stream()
                .filter(one -> !one.account().equals(file.consultation().assignee())
                        && !one.account().equals(reader.id()))
                .map(one -> new Choice(one.account(), one.name() + " (" + one.account() + ")"))
                .toList();
    }

    static Preview preview(CaseFile file, Submission told, HandoverPlan plan, Optional<Desk> to, Locale locale) {
        return new Preview(
                file.id(),
                file.receiptNumber(),
                to.map(desk -> desk.name().in(locale)).orElse(null),
                to.filter(desk -> !desk.mode().arrivesByItself()).orElse(null),
                plan.summary(),
                plan.fields().stream().map(field -> Part.of(field, told)).toList(),
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
}
