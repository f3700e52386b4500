package jp.tsunagi.referral.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

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
    String colDate();

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
    String colUrgency();

    @Message
    String filterAll();

    @Message
    String filterNew();

    @Message
    String filterOpen();

    @Message
    String filterClosed();

    @Message
    String filters();

    @Message
    String referralTitle();

    @Message
    String number();

    @Message
    String from();

    @Message
    String to();

    @Message
    String summary();

    @Message
    String categories();

    @Message
    String wish();

    @Message
    String consulterType();

    @Message
    String ageBand();

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
    String fields();

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
    String hiddenTitle();

    @Message
    String hidden();

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
    String toInbox();

    /** To a person whose decision came too late. */
    @Message
    String decidedBefore(String who, String when, String what);
}
