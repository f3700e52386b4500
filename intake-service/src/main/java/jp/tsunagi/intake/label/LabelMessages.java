package jp.tsunagi.intake.label;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consultation.CommandType;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.intake.handover.HandoverStatus;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.vocabulary.Field;

/** Labels of intake's own codes. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "label", locale = "ja")
public interface LabelMessages {

    @Message
    String danger(Danger code);

    @Message
    String urgencyRule(UrgencyRule code);

    /** State of a consultation for those who work on it. */
    @Message
    String status(ConsultationStatus code);

    /** State of a consultation in the consulter's words. */
    @Message
    String plainStatus(ConsultationStatus code);

    /** One step of the timeline. */
    @Message
    String action(CommandType code);

    /** State of a hand-over for those who work on the case. */
    @Message
    String handoverStatus(HandoverStatus code);

    /** State of a hand-over in the consulter's words. */
    @Message
    String plainHandoverStatus(HandoverStatus code);

    /** Why a case came back, when the reason is not one of the published reason codes. */
    @Message
    String unlistedReason(DeskReason.Unlisted code);

    /** A part of what the consulter told, in the consulter's words. */
    @Message
    String plainField(Field code);

    @Message
    String decision(Consent.Decision code);
}
