package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.handover.HandoverStatus;
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
    String status();

    @Message
    String receivedAt();

    @Message
    String mayWeTell(String desk);

    @Message
    String consentText();

    @Message
    String whatWeTell();

    @Message
    String textVersion();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String consents();

    @Message
    String withdrawTitle(String desk);

    @Message
    String given();

    @Message
    String withdrawText();

    @Message
    String withdraw();

    /** After something worked. */
    @Message
    String done(MailboxView.Done code);

    @Message
    String elsewhere();

    @Message
    String messages();

    @Message
    String from(MailboxView.Sender sender);

    @Message
    String noMessages();

    @Message
    String write();

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
    String phone();

    @Message
    String hours();
}
