package jp.tsunagi.intake.handover;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a consulter is told of a hand-over. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "handover", locale = "ja")
public interface HandoverMessages {

    @Message
    String toldAfterNo(String desk);

    @Message
    String groundAfterNo(String desk);
}
