package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

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
}
