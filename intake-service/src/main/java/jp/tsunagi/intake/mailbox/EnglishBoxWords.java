package jp.tsunagi.intake.mailbox;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link BoxWords} in English. */
@Localized("en")
public interface EnglishBoxWords extends BoxWords {

    @Override
    @Message("Read the answer")
    String enterTitle();

    @Override
    @Message("Confirmation code")
    String code();

    @Override
    @Message("16 digits; spaces and hyphens do not matter.")
    String codeHint();

    @Override
    @Message("Open")
    String open();

    @Override
    @Message("If you have lost the code, please consult again from the start.")
    String lost();

    @Override
    @Message("Your mailbox")
    String title();

    @Override
    @Message("Receipt number")
    String receiptNumber();

    @Override
    @Message("State")
    String status();

    @Override
    @Message("Received")
    String receivedAt();

    @Override
    @Message("May we tell {desk}?")
    String mayWeTell(String desk);

    @Override
    @Message("Only what you tick is passed on, to this desk alone. You can say no and still go on with us.")
    String consentText();

    @Override
    @Message("What we would pass on")
    String whatWeTell();

    @Override
    @Message("Edition of this text")
    String textVersion();

    @Override
    @Message("Yes, pass on what is ticked")
    String yes();

    @Override
    @Message("No")
    String no();

    @Override
    @Message("Other desks")
    String elsewhere();

    @Override
    @Message("Messages")
    String messages();

    @Override
    @Message("You")
    String fromYou();

    @Override
    @Message("From the counsellor")
    String fromCounsellor();

    @Override
    @Message("There is no answer yet.")
    String noMessages();

    @Override
    @Message("Write back")
    String write();

    @Override
    @Message("Send")
    String send();

    @Override
    @Message("Leave")
    String leave();
}
