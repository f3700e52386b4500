package jp.tsunagi.intake.mailbox;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.awareness.AwarenessMaterials;
import jp.tsunagi.intake.awareness.Material;
import jp.tsunagi.intake.casedeadline.CaseDeadlines;
import jp.tsunagi.intake.casedeadline.DeadlineView;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.ConsentConversation;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consent.Consents;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.handover.Referral;
import jp.tsunagi.intake.handover.Referrals;
import jp.tsunagi.intake.mailbox.MailboxView.AskedPart;
import jp.tsunagi.intake.mailbox.MailboxView.Conversation;
import jp.tsunagi.intake.mailbox.MailboxView.Given;
import jp.tsunagi.intake.mailbox.MailboxView.MailboxMessage;
import jp.tsunagi.intake.mailbox.MailboxView.Question;
import jp.tsunagi.intake.mailbox.MailboxView.Reach;
import jp.tsunagi.intake.mailbox.MailboxView.ReferralProgress;
import jp.tsunagi.intake.mailbox.MailboxView.Sender;
import jp.tsunagi.intake.mailbox.MailboxView.SpeakingDesk;
import jp.tsunagi.intake.mailbox.MailboxView.Told;
import jp.tsunagi.intake.mailbox.MailboxView.Turn;
import jp.tsunagi.intake.mailbox.MailboxView.TurnType;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.intake.removal.TargetFile;
import jp.tsunagi.intake.removal.TargetFiles;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/** What a consulter finds behind the confirmation code: answers, where the case is, and questions to answer. */
@ApplicationScoped
class Mailboxes {

    /** Steps that nobody takes without having read the case. */
    private static final Set<CommandType> READING = EnumSet.of(
            CommandType.TAKE,
            CommandType.ANSWER,
            CommandType.HAND_OVER,
            CommandType.ASK_APPROVAL,
            CommandType.APPROVE,
            CommandType.CLOSE);

    private static final int MATERIALS = 3;

    /** What is known of a desk that the directory has not told yet. */
    private static final Desk.Profile UNKNOWN =
            new Desk.Profile(null, null, null, null, Set.of(), List.of(), List.of(), Set.of(), List.of());

    private final CodeAttemptLimiter attempts;
    private final Consultations consultations;
    private final CaseFiles files;
    private final Consents consents;
    private final Referrals referrals;
    private final Desks desks;
    private final TargetFiles targets;
    private final CaseDeadlines deadlines;
    private final RowAccess access;
    private final RoutingContext http;

    Mailboxes(
            CodeAttemptLimiter attempts,
            Consultations consultations,
            CaseFiles files,
            Consents consents,
            Referrals referrals,
            Desks desks,
            TargetFiles targets,
            CaseDeadlines deadlines,
            RowAccess access,
            RoutingContext http) {
        this.attempts = attempts;
        this.consultations = consultations;
        this.files = files;
        this.consents = consents;
        this.referrals = referrals;
        this.desks = desks;
        this.targets = targets;
        this.deadlines = deadlines;
        this.access = access;
        this.http = http;
    }

    /** The consultation behind a code; the same answer, by the same work, for a wrong and an unreadable one. */
    UUID enter(String typed) {
        String source = http.request().remoteAddress().hostAddress();
        attempts.check(source);
        Optional<UUID> found = consultations.findByCode(ConfirmationCode.read(typed));
        if (found.isEmpty()) {
            attempts.failed(source);
            throw new Refusal(IntakeProblem.MAILBOX_NOT_FOUND);
        }
        return found.get();
    }

    MailboxView view(UUID consultation) {
        access.open(consultation);
        CaseFile file = files.readForConsulter(consultation);
        ConsentHistory history = consents.history(consultation);
        List<TargetFile> places = places(file);
        List<StartingDay> days = deadlines.days(consultation);
        return new MailboxView(
                file.receiptNumber(),
                file.state().status(),
                file.receivedAt(),
                new Told(file.submission().text(), toldFirst(file)),
                turns(file.steps()),
                file.messages().stream().map(this::message).toList(),
                file.classification().isFromRespondent()
                        ? List.of()
                        : places.stream().map(MailboxTarget::of).toList(),
                deadlines.of(file, places, days).stream()
                        .filter(one -> !one.deadline().period().end().isOfProvider())
                        .map(DeadlineView::of)
                        .toList(),
                StartingDays.current(days).stream()
                        .map(MailboxView.NotedDay::of)
                        .toList(),
                CaseDeadlines.events(file),
                materials(file),
                referrals.findByConsultation(consultation).stream()
                        .map(this::progress)
                        .toList(),
                history.conversations().stream()
                        .map(one -> conversation(one, file.toldBy(one.answeredAt())))
                        .toList(),
                history.openQuestions().stream().map(this::question).toList(),
                history.given().stream().map(this::given).toList());
    }

    /** What the consulter may have removed; who received a claim about a post of their own is not shown it. */
    private List<TargetFile> places(CaseFile file) {
        return targets.of(
                file.id(), file.targets(), file.allCategories(), file.receivedAt(), consultations.key(file.id()));
    }

    /** Nobody in danger is given something to read, and nothing is shown of which nobody knows the day and the address. */
    private static List<Material> materials(CaseFile file) {
        if (file.urgency() == Urgency.EMERGENCY) {
            return List.of();
        }
        CaseClassification about = file.classification();
        return AwarenessMaterials.fitting(file.allCategories(), about.consulterType(), about.ageBand()).stream()
                .filter(Material::isTold)
                .limit(MATERIALS)
                .toList();
    }

    /** Which places came with the first text; what was named later stands among the places only. */
    private static List<String> toldFirst(CaseFile file) {
        return file.targets().stream()
                .filter(target -> target.namedAt().equals(file.receivedAt()))
                .map(target -> target.url().canonical())
                .toList();
    }

    MailboxMessage message(Message message) {
        String desk = message.desk();
        return desk == null
                ? new MailboxMessage(sender(message), message.text(), message.at())
                : new MailboxMessage(Sender.DESK, speaking(desk, message.author()), message.text(), message.at());
    }

    /** By the name that it has today, or by the one that it had then when the directory no longer knows it. */
    private SpeakingDesk speaking(String code, String then) {
        Desk.Name name = desks.find(code).map(Desk::name).orElse(new Desk.Name(then, then));
        return new SpeakingDesk(code, name.ja(), name.en());
    }

    private static Sender sender(Message message) {
        if (message.fromConsulter()) {
            return Sender.YOU;
        }
        return message.author().isEmpty() ? Sender.PLATFORM : Sender.COUNSELLOR;
    }

    /** Whether a yes leaves out what the desk requires, so that nothing can be handed over with it. */
    boolean isLacking(Consent answer) {
        return answer.isGiven()
                && !answer.fields().containsAll(profile(answer.recipient()).requiredFields());
    }

    /** The first look of a counsellor, and every end and new beginning. */
    private static List<Turn> turns(List<CaseFile.Step> steps) {
        Stream<Turn> read = steps.stream()
                .filter(step -> READING.contains(step.action()))
                .limit(1)
                .map(step -> new Turn(TurnType.READ, step.at()));
        Stream<Turn> ends = steps.stream().flatMap(step -> switch (step.action()) {
            case CLOSE -> Stream.of(new Turn(TurnType.CLOSED, step.at()));
            case REOPEN -> Stream.of(new Turn(TurnType.REOPENED, step.at()));
            default -> Stream.<Turn>empty();
        });
        return Stream.concat(read, ends).toList();
    }

    private Conversation conversation(ConsentConversation one, Submission told) {
        Desk.Name name = name(one.recipient());
        Desk.Profile profile = profile(one.recipient());
        return new Conversation(
                one.id(),
                one.recipient(),
                name.ja(),
                name.en(),
                profile.scopeJa(),
                one.state(),
                one.askedAt(),
                one.answeredAt(),
                one.withdrawnAt(),
                one.textVersion(),
                one.wordings(),
                one.asked().stream()
                        .map(field -> new AskedPart(
                                field,
                                told.told(field),
                                profile.requiredFields().contains(field),
                                one.agreed().contains(field)))
                        .toList(),
                one.lacking(profile.requiredFields()),
                one.inForce() && one.answer() != null ? one.answer().id() : null);
    }

    private ReferralProgress progress(Referral referral) {
        Desk.Name name = name(referral.targetDesk());
        return new ReferralProgress(
                referral.targetDesk(),
                name.ja(),
                name.en(),
                referral.status(),
                reach(referral),
                referral.progress().outcomeCodes(),
                referral.request().disclosedFields(),
                referral.progress().changedAt());
    }

    private @Nullable Reach reach(Referral referral) {
        DeskMode mode = referral.mode();
        if (mode == null || !referral.undelivered()) {
            return null;
        }
        Optional<Desk.Profile> profile = desks.find(referral.targetDesk()).map(Desk::profile);
        return new Reach(
                mode,
                profile.map(Desk.Profile::phone).orElse(null),
                profile.map(Desk.Profile::hoursJa).orElse(null));
    }

    private Question question(Consent asked) {
        Desk.Name name = name(asked.recipient());
        return new Question(
                asked.id(),
                asked.recipient(),
                name.ja(),
                name.en(),
                desks.find(asked.recipient())
                        .map(desk -> desk.profile().scopeJa())
                        .orElse(""),
                List.copyOf(asked.fields()),
                asked.scope().textVersion());
    }

    private Given given(Consent consent) {
        Desk.Name name = name(consent.recipient());
        return new Given(
                consent.id(),
                consent.recipient(),
                name.ja(),
                name.en(),
                List.copyOf(consent.fields()),
                consent.decidedAt());
    }

    private Desk.Profile profile(String code) {
        return desks.find(code).map(Desk::profile).orElse(UNKNOWN);
    }

    /** A desk's name, or its code while the directory has not told it. */
    private Desk.Name name(String code) {
        return desks.find(code).map(Desk::name).orElse(new Desk.Name(code, code));
    }
}
