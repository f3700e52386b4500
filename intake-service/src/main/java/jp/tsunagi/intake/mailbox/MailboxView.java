package jp.tsunagi.intake.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.awareness.Material;
import jp.tsunagi.intake.casedeadline.DeadlineView;
import jp.tsunagi.intake.consent.ConsentConversation.State;
import jp.tsunagi.intake.consent.Wording;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingEvent;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.handover.HandoverStatus;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Outcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a consulter finds in the mailbox: their own words, what came back, what is asked, and what happens next. A name or
 * an address stands only where the consulter is asked about it.
 *
 * @param told what the consulter wrote first
 * @param targets the places that it is about, and what the consulter asked there
 * @param deadlines what ends by itself, the most pressing first; what a service does stands at its place
 * @param days from which they run, as the consulter or a counsellor noted them
 * @param materials of others that may help; none while somebody is in danger
 * @param events of which such a day can be told
 * @param turns what else happened with the case, as far as it concerns the consulter
 * @param conversations about consent, with everything that is or was asked, oldest first
 */
@Schema(name = "Mailbox")
public record MailboxView(
        String receiptNumber,
        ConsultationStatus status,
        Instant receivedAt,
        Told told,
        List<Turn> turns,
        List<MailboxMessage> messages,
        List<MailboxTarget> targets,
        List<DeadlineView> deadlines,
        List<NotedDay> days,
        List<StartingEvent> events,
        List<Material> materials,
        List<ReferralProgress> referrals,
        List<Conversation> conversations,
        List<Question> questions,
        List<Given> consents) {

    /** Who wrote a message; the platform itself for a notice that is nobody's. */
    public enum Sender implements Coded {
        YOU,
        COUNSELLOR,
        /** Another agency, whose words a counsellor let through. */
        DESK,
        PLATFORM;

        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** What the consulter has just done; the page says that it worked. */
    public enum Done implements Coded {
        SENT,
        ANSWERED,
        /** A yes that leaves out what the desk requires. */
        LACKING,
        DECLINED,
        WITHDRAWN,
        /** A request to a provider was noted. */
        ASKED,
        /** What a provider answered was noted. */
        CAME,
        /** A day was noted from which a deadline runs. */
        DAY,
        /** Such a day was wrong. */
        RETRACTED;

        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** @param desk who said it, for words of a desk; else null */
    public record MailboxMessage(Sender from, @Nullable SpeakingDesk desk, String text, Instant at) {

        MailboxMessage(Sender from, String text, Instant at) {
            this(from, null, text, at);
        }

        public boolean mine() {
            return from == Sender.YOU;
        }
    }

    /** A desk that says something. */
    @Schema(name = "SpeakingDesk")
    public record SpeakingDesk(String code, String nameJa, String nameEn) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }

    /**
     * A day from which a deadline runs.
     *
     * @param targetId the place whose post it is about; null for the whole case
     */
    @Schema(name = "MailboxDay")
    public record NotedDay(StartingEvent event, @Nullable UUID targetId, LocalDate day, boolean notedByCounsellor) {

        static NotedDay of(StartingDay noted) {
            return new NotedDay(
                    noted.event(),
                    noted.targetId(),
                    noted.happenedOn(),
                    !noted.recordedBy().isEmpty());
        }
    }

    /** What was told when the case began. */
    @Schema(name = "Told")
    public record Told(String text, List<String> urls) {}

    /** Something that happened with the case. */
    @Schema(name = "CaseTurn")
    public record Turn(TurnType type, Instant at) {}

    /** What is told of the steps of a case. */
    public enum TurnType implements Coded {
        /** A counsellor has looked at it for the first time. */
        READ,
        CLOSED,
        REOPENED;

        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** Who has the next move, and which. */
    public enum Next {
        ANSWER,
        CONTACT,
        WAIT_FOR_READING,
        WAIT_FOR_ANSWER,
        READ,
        WAIT_FOR_DESK,
        WAIT_FOR_WAY,
        NOTHING
    }

    public Next next() {
        if (status == ConsultationStatus.CLOSED) {
            return Next.NOTHING;
        }
        if (!open().isEmpty()) {
            return Next.ANSWER;
        }
        if (!toContact().isEmpty()) {
            return Next.CONTACT;
        }
        return switch (status) {
            case RECEIVED -> Next.WAIT_FOR_READING;
            case IN_PROGRESS -> Next.WAIT_FOR_ANSWER;
            case ADVISED -> Next.READ;
            case REFERRED -> Next.WAIT_FOR_DESK;
            case RETURNED -> Next.WAIT_FOR_WAY;
            case CLOSED -> Next.NOTHING;
        };
    }

    /** Questions that wait for the consulter. */
    public List<Conversation> open() {
        return conversations.stream().filter(one -> one.state == State.ASKED).toList();
    }

    /** Questions that were answered, or that nobody has to answer any more. */
    public List<Conversation> past() {
        return conversations.stream().filter(one -> one.state != State.ASKED).toList();
    }

    /** Desks that hear of the case only when the consulter speaks to them. */
    public List<ReferralProgress> toContact() {
        return referrals.stream()
                .filter(one -> one.reach != null && one.reach.isForConsulter())
                .toList();
    }

    /** What still ends. */
    public List<DeadlineView> running() {
        return deadlines.stream().filter(one -> !one.over()).toList();
    }

    public boolean nothingToDo() {
        return open().isEmpty() && toContact().isEmpty();
    }

    public boolean closed() {
        return status == ConsultationStatus.CLOSED;
    }

    /** Whether there is something to write back to. */
    public boolean answered() {
        return messages.stream().anyMatch(one -> one.from == Sender.COUNSELLOR || one.from == Sender.DESK);
    }

    /** The first look of a counsellor; null before. */
    public @Nullable Turn read() {
        return turns.stream()
                .filter(one -> one.type == TurnType.READ)
                .findFirst()
                .orElse(null);
    }

    /** What was told first, then messages and turns, oldest first. */
    public List<Entry> thread() {
        List<Entry> thread = new ArrayList<>();
        turns.forEach(one -> thread.add(new Entry(one.at, null, one)));
        messages.forEach(one -> thread.add(new Entry(one.at, one, null)));
        thread.sort(Comparator.comparing(Entry::at));
        thread.addFirst(new Entry(receivedAt, new MailboxMessage(Sender.YOU, told.text, receivedAt), null));
        return thread;
    }

    /** One line of the thread: a message, or a turn. */
    public record Entry(
            Instant at,
            @Nullable MailboxMessage message,
            @Nullable Turn turn) {}

    /**
     * Which other desk works on the case, and what came of it.
     *
     * @param reach what to know when somebody still has to tell the desk; else null
     */
    public record ReferralProgress(
            String desk,
            String nameJa,
            String nameEn,
            HandoverStatus status,
            @Nullable Reach reach,
            List<Outcome> outcomeCodes,
            List<Field> fields,
            Instant changedAt) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }

        /** Whether it is worth saying which fields. */
        public boolean fieldsTold() {
            return knows() == Knows.TOLD || knows() == Knows.WHEN_ACCEPTED;
        }

        /** What the desk has of the consulter by now. */
        public Knows knows() {
            return switch (status) {
                case UNDELIVERED -> Knows.NOT_YET;
                case SENDING, DRAFT, REQUESTED, RECEIVED -> Knows.WHEN_ACCEPTED;
                case ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED -> Knows.TOLD;
                case NOT_DELIVERED, REJECTED -> Knows.NOT_TOLD;
                case CANCELLED, FAILED, ENTERED_IN_ERROR -> Knows.ENDED;
            };
        }
    }

    /** What a desk has of the consulter. */
    public enum Knows {
        NOT_YET,
        WHEN_ACCEPTED,
        TOLD,
        NOT_TOLD,
        ENDED
    }

    /**
     * How a desk outside the platform is reached. The texts are Japanese, as desks publish them.
     *
     * @param mode who tells the desk, and how
     */
    @Schema(name = "DeskReach")
    public record Reach(
            DeskMode mode, @Nullable String phone, @Nullable String hoursJa) {

        /** Whether the consulter is who tells the desk. */
        boolean isForConsulter() {
            return mode == DeskMode.CITIZEN_CARRIES || mode == DeskMode.URL_ONLY;
        }
    }

    /**
     * A question about one desk from the asking to the end.
     *
     * @param askedAt null when a counsellor asked in another way
     * @param wordings the sentence that was asked: in every language, after the answer in the one that was read
     * @param lacking what the desk requires and the yes leaves out
     * @param consent what is taken back; null when there is nothing to take back
     */
    @Schema(name = "ConsentConversation")
    public record Conversation(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            @Nullable String scopeJa,
            State state,
            @Nullable Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant withdrawnAt,
            String textVersion,
            List<Wording> wordings,
            List<AskedPart> parts,
            List<Field> lacking,
            @Nullable UUID consent) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }

        /** What was asked; null when it was not kept. */
        public @Nullable Wording wording(Locale reader) {
            return Wording.in(reader, wordings);
        }

        public boolean inForce() {
            return state == State.GIVEN;
        }

        public boolean no() {
            return state == State.REFUSED || state == State.WITHDRAWN;
        }

        /** Name of its fields in a refused form: the page may ask several questions. */
        public String formField() {
            return "fields-" + id;
        }
    }

    /**
     * A field that is asked for, with the consulter's own words in it.
     *
     * @param required by the desk
     * @param agreed the consulter said that it may be passed on
     */
    @Schema(name = "AskedPart")
    public record AskedPart(Field field, List<String> values, boolean required, boolean agreed) {}

    /** Asks the consulter whether these fields may be passed on to this desk. */
    @Schema(name = "ConsentQuestion")
    public record Question(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            @Nullable String scopeJa,
            List<Field> fields,
            String textVersion) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }

    /**
     * A yes that counts now and can be taken back.
     *
     * @param id names it when it is taken back
     */
    @Schema(name = "GivenConsent")
    public record Given(
            UUID id,
            String desk,
            String nameJa,
            String nameEn,
            List<Field> fields,
            @Nullable Instant givenAt) {

        public String name(Locale locale) {
            return new Desk.Name(nameJa, nameEn).in(locale);
        }
    }
}
