package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the mailbox says. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "box", locale = "ja")
public interface BoxWords {

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
    String fromYou();

    @Message
    String fromCounsellor();

    @Message
    String noMessages();

    @Message
    String write();

    @Message
    String send();

    @Message
    String leave();
}
