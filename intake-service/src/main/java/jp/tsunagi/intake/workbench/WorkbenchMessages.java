package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.handover.HandoverStatus;
import jp.tsunagi.vocabulary.DeskMode;

/** Texts of the counsellors' pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "workbench", locale = "ja")
public interface WorkbenchMessages {

    @Message
    String status();

    @Message
    String urgency();

    @Message
    String receiptNumber();

    @Message
    String consulter();

    @Message
    String back();

    @Message
    String cameBack();

    @Message
    String changedMeanwhile();

    @Message
    String answeredBefore();

    @Message
    String answeredBeforeHint();

    @Message
    String answerToo();

    @Message
    String answerBoth();

    @Message
    String answerTheirs();

    @Message
    String answersJoined();

    @Message
    String answersJoinedHint();

    @Message
    String closedMeanwhile();

    @Message
    String suggested();

    @Message
    String nextDesk();

    @Message
    String told();

    @Message
    String urls();

    @Message
    String timeline();

    @Message
    String received();

    @Message
    String consulterWrote();

    @Message
    String wrote();

    @Message
    String referrals();

    @Message
    String wish();

    @Message
    String kind();

    @Message
    String dangerNow();

    @Message
    String callName();

    @Message
    String contact();

    @Message
    String unheard();

    @Message
    String prefecture();

    @Message
    String assignee();

    @Message
    String consents();

    @Message
    String noConsent();

    @Message
    String take();

    @Message
    String answerTitle();

    @Message
    String answerText();

    @Message
    String answerHint();

    @Message
    String answer();

    @Message
    String referTitle();

    @Message
    String fields();

    @Message
    String fieldsHint();

    @Message
    String summaryText();

    @Message
    String summaryHint();

    @Message
    String basis();

    @Message
    String basisRecord();

    @Message
    String basisTold();

    @Message
    String basisLife();

    @Message
    String basisChild();

    @Message
    String givenAt();

    @Message
    String groundReason();

    @Message
    String needsApproval();

    @Message
    String approvals();

    @Message
    String waitsForApproval(String requester);

    @Message
    String requestedBy();

    @Message
    String approvalReason();

    @Message
    String approve();

    @Message
    String decline();

    @Message
    String verdict(Approval.Verdict code);

    @Message
    String approvalsWaiting();

    @Message
    String realHost();

    @Message
    String refer();

    @Message
    String preview();

    @Message
    String askConsent();

    @Message
    String hours();

    @Message
    String close();

    @Message
    String previewTitle();

    @Message
    String wouldSee();

    @Message
    String wouldNotSee();

    /** What has to be done for a desk that nothing reaches from here. */
    @Message
    String carry(DeskMode mode);

    @Message
    String outsideTitle();

    @Message
    String deskPhone();

    @Message
    String consultationStatus(ConsultationStatus code);

    /** One step of the timeline. */
    @Message
    String action(CommandType code);

    @Message
    String handoverStatus(HandoverStatus code);

    /** Why a case came back, when the reason is not one of the published reason codes. */
    @Message
    String unlistedReason(DeskReason.Unlisted code);

    @Message
    String backToFile();

    @Message
    String closeTitle();

    @Message
    String unfinished();

    @Message
    String questionWaits();

    @Message
    String closeMeans();

    @Message
    String closeAnyway();

    @Message
    String notYetClosed();

    @Message
    String toClose();

    @Message
    String nobody();

    @Message
    String todo();

    @Message
    String answerTab();

    @Message
    String referTab();

    @Message
    String noteTab();

    @Message
    String noteTitle();

    @Message
    String noteText();

    @Message
    String noteHint();

    @Message
    String keepNote();

    @Message
    String noReferral();

    @Message
    String noteBy(String who);

    /** What was just done, at the top of the page that follows. */
    @Message
    String done(CaseDone code);
}
