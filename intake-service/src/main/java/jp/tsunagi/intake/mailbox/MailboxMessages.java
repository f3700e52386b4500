package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.consent.ConsentConversation;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.deadline.PeriodId;
import jp.tsunagi.intake.deadline.StartingEvent;
import jp.tsunagi.intake.handover.HandoverStatus;
import jp.tsunagi.intake.removal.AnswerResult;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.RequestStatus;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;

/** Texts of the mailbox. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "mailbox", locale = "ja")
public interface MailboxMessages {

    @Message
    String enterTitle();

    @Message
    String code();

    @Message
    String codeHint();

    @Message
    String open();

    @Message
    String lost();

    @Message
    String title();

    @Message
    String receiptNumber();

    @Message
    String mayWeTell(String desk);

    @Message
    String textVersion();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String withdrawText();

    @Message
    String withdraw();

    @Message
    String deadlines();

    @Message
    String deadlinesText();

    @Message
    String noDeadlines();

    @Message
    String deadlinesTitle();

    @Message
    String toDeadlines();

    @Message
    String period(PeriodId code);

    @Message
    String until(String day);

    @Message
    String atOnce();

    @Message
    String soon();

    @Message
    String daysLeft(long count);

    @Message
    String lastDay();

    @Message
    String over(String day);

    @Message
    String overEstimate(String day);

    @Message
    String counted(String event, String day, String length);

    @Message
    String countedWithFirst(String event, String day, String length);

    @Message
    String countedFromConsultation(String day, String length);

    @Message
    String countedSkipping(String days);

    @Message
    String recounted(String day, String before, String after);

    @Message
    String deadlinePosts(int count);

    @Message
    String event(StartingEvent code);

    @Message
    String notedDays();

    @Message
    String noNotedDays();

    @Message
    String notedByCounsellor();

    @Message
    String noteDay();

    @Message
    String noteDayText();

    @Message
    String whichEvent();

    @Message
    String whichPost();

    @Message
    String day();

    @Message
    String dayHint();

    @Message
    String note();

    @Message
    String takeBack(String event, String day);

    @Message
    String calendar();

    @Message
    String calendarText();

    @Message
    String calendarLine();

    @Message
    String targets();

    @Message
    String targetsText();

    @Message
    String targetTitle();

    @Message
    String targetText();

    @Message
    String toTarget();

    @Message
    String service();

    @Message
    String serviceUnknown();

    @Message
    String serviceForm();

    @Message
    String serviceDemands();

    @Message
    String askTitle();

    @Message
    String askText();

    @Message
    String askForm();

    @Message
    String requestForm(RequestForm code);

    @Message
    String askedOn();

    @Message
    String askedOnHint();

    @Message
    String ask();

    @Message
    String cameTitle();

    @Message
    String cameText();

    @Message
    String whichRequest();

    @Message
    String requestLine(String day, String form);

    @Message
    String cameResult();

    @Message
    String answerResult(AnswerResult code);

    @Message
    String answeredOn();

    @Message
    String cameReason();

    @Message
    String cameReasonHint();

    @Message
    String came();

    @Message
    String notAsked();

    @Message
    String requestStatus(RequestStatus code);

    @Message
    String mustAnswerBy(String day);

    @Message
    String mayAnswerBy(String day);

    @Message
    String silentNow();

    @Message
    String pastExpected();

    @Message
    String logsUntil(String day);

    @Message
    String byCounsellor();

    @Message
    String shortened();

    @Message
    String backToMailbox();

    @Message
    String elsewhere();

    @Message
    String from(MailboxView.Sender sender);

    @Message
    String write();

    @Message
    String text();

    @Message
    String send();

    @Message
    String leave();

    /** State of a consultation in the consulter's words. */
    @Message
    String plainStatus(ConsultationStatus code);

    /** State of a hand-over in the consulter's words. */
    @Message
    String plainHandoverStatus(HandoverStatus code);

    /** A part of what the consulter told, in the consulter's words. */
    @Message
    String plainField(Field code);

    /** What the consulter must know of a desk that nothing reaches from here. */
    @Message
    String carry(DeskMode mode);

    @Message
    String hours();

    @Message
    String writeMore();

    @Message
    String writeAgain();

    @Message
    String talk();

    @Message
    String urlsTold();

    @Message
    String draftKept();

    @Message
    String dropDraft();

    @Message
    String writeHint(int minutes);

    @Message
    String closedTitle();

    @Message
    String closedText();

    @Message
    String askBadge();

    @Message
    String desk();

    @Message
    String whatWeAsk();

    @Message
    String askedAt();

    @Message
    String required();

    @Message
    String optional();

    @Message
    String requiredHint();

    @Message
    String askFirst();

    @Message
    String laterHint();

    @Message
    String pastTitle();

    @Message
    String past(String desk);

    /** How a question about consent stands. */
    @Message
    String stand(ConsentConversation.State code);

    @Message
    String answeredAt();

    @Message
    String toldAt();

    @Message
    String withdrawnAt();

    @Message
    String agreedPart();

    @Message
    String notAgreedPart();

    @Message
    String lacking(String field);

    @Message
    String showAsked();

    @Message
    String withdrawOpen();

    @Message
    String next();

    @Message
    String received();

    /** What happened with the case. */
    @Message
    String turn(MailboxView.TurnType code);

    /** Whose move is next. */
    @Message
    String nextTitle(MailboxView.Next code);

    /** What happens then, and whether there is something to do. */
    @Message
    String nextText(MailboxView.Next code);

    @Message
    String todo();

    @Message
    String todoNothing();

    @Message
    String todoAnswer(String desk);

    @Message
    String todoContact(String desk);

    @Message
    String known();

    @Message
    String knownCounsellors();

    @Message
    String knownAll();

    @Message
    String knownOthers();

    @Message
    String knownNobody();

    /** What a desk has of the consulter by now. */
    @Message
    String knows(MailboxView.Knows code);

    /** After something worked. */
    @Message
    String done(MailboxView.Done code);

    @Message
    String timedOutTitle();

    @Message
    String timedOutText();

    @Message
    String keptTitle();

    @Message
    String keptHint();

    @Message
    String idleTitle();

    @Message
    String idleSoon(int minutes);

    @Message
    String goOn();
}
