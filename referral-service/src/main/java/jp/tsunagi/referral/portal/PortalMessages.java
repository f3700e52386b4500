package jp.tsunagi.referral.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.vocabulary.Label;

/** Texts of the partner agencies' pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "portal", locale = "ja")
public interface PortalMessages {

    @Message
    String channelField();

    @Message
    String takenByField();

    @Message
    String takenByHint();

    @Message
    String inboxTitle();

    @Message
    String outboxTitle();

    @Message
    String none();

    @Message
    String colAbout();

    @Message
    String colFrom();

    @Message
    String colTo();

    @Message
    String colState();

    @Message
    String colKind();

    @Message
    String filters();

    @Message
    String number();

    @Message
    String from();

    @Message
    String to();

    @Message
    String wish();

    @Message
    String consulterType();

    @Message
    String urgency();

    @Message
    String label();

    @Message
    String basis();

    @Message
    String givenAt();

    @Message
    String evidence();

    @Message
    String basisRecord();

    @Message
    String basisReason();

    @Message
    String approvedBy();

    @Message
    String approvalsTitle();

    @Message
    String awaitingApprovalTitle();

    @Message
    String awaitingApproval();

    @Message
    String consentWithdrawnTitle();

    @Message
    String consentWithdrawnHolder();

    @Message
    String consentWithdrawnOrigin();

    /** Who acted when nobody of an agency did. */
    @Message
    String platform();

    @Message
    String status();

    @Message
    String reasonLabel();

    @Message
    String suggested();

    @Message
    String outcomesLabel();

    @Message
    String assignee();

    @Message
    String resumeBy();

    @Message
    String openedTitle();

    @Message
    String looked();

    @Message
    String purged();

    @Message
    String closedView();

    @Message
    String actions();

    @Message
    String noActions();

    @Message
    String history();

    @Message
    String deliveriesTitle();

    @Message
    String urlsAreText();

    @Message
    String narrativeLabel();

    @Message
    String urlsLabel();

    @Message
    String callNameLabel();

    @Message
    String contactLabel();

    @Message
    String reasonField();

    @Message
    String noteField();

    @Message
    String noteHint();

    @Message
    String suggestedField();

    @Message
    String questionField();

    @Message
    String answerField();

    @Message
    String resumeByField();

    @Message
    String outcomesField();

    @Message
    String visibleField();

    @Message
    String audienceField();

    @Message
    String confirmField();

    @Message
    String back();

    @Message
    String colMoved();

    @Message
    String colDue();

    @Message
    String findLabel();

    @Message
    String findExample();

    @Message
    String find();

    @Message
    String items();

    @Message
    String byDue();

    @Message
    String sayNumber();

    @Message
    String hiddenInList();

    @Message
    String answerBy();

    @Message
    String dueStopped();

    @Message
    String dueNone();

    @Message
    String dueOver();

    @Message
    String opensTitle();

    @Message
    String opens();

    @Message
    String notGiven();

    @Message
    String otherActions();

    @Message
    String more();

    @Message
    String supervisor();

    @Message
    String agencyAdmin();

    @Message
    String titleOf(String number);

    @Message
    String notFound(String typed);

    @Message
    String inboxFilter(BoxFilter filter);

    @Message
    String outboxFilter(BoxFilter filter);

    /** What the label asks of whoever holds it. */
    @Message
    String labelMeaning(Label label);

    /** Pattern of a near day for java.time.format.DateTimeFormatter. */
    @Message
    String dueDayPattern();

    @Message
    String dueToday(String clock);

    @Message
    String dueTomorrow(String clock);

    @Message
    String dueReminder(String day);

    @Message
    String minutesLeft(long minutes);

    @Message
    String hoursLeft(long hours);

    @Message
    String daysLeft(long days);

    @Message
    String hoursLate(long hours);

    @Message
    String daysLate(long days);

    /** To a person whose decision came too late. */
    @Message
    String decidedBefore(String who, String when, String what);
}
