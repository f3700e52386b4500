package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.handover.ReferralList;
import jp.tsunagi.intake.handover.ReferralStep;

/** Texts about what was handed over. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "thread", locale = "ja")
public interface ThreadMessages {

    @Message
    String listTitle();

    @Message
    String listHint();

    @Message
    String nothing();

    @Message
    String owner();

    @Message
    String due();

    @Message
    String asks();

    @Message
    String notYet();

    @Message
    String handedOver();

    @Message
    String passedOn();

    @Message
    String passOn();

    @Message
    String mayPassOn();

    @Message
    String reason();

    @Message
    String outcomes();

    @Message
    String answer();

    @Message
    String answeredBefore();

    @Message
    String slip();

    @Message
    String carried();

    @Message
    String takenBy();

    @Message
    String takenByHint();

    @Message
    String arrived();

    @Message
    String speakFor();

    @Message
    String open();

    @Message
    String answerTo(String desk);

    @Message
    String step(ReferralStep code);

    @Message
    String view(ReferralList.View code);

    @Message
    String slipTitle();

    @Message
    String slipTo(String desk);

    @Message
    String slipCode();

    @Message
    String slipCare();

    @Message
    String print();

    @Message
    String number();
}
