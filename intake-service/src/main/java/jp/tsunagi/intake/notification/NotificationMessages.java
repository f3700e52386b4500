package jp.tsunagi.intake.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the mails. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "notification", locale = "ja")
public interface NotificationMessages {

    @Message
    String subject();

    @Message
    String news();

    /** To who works on a case, as what follows. */
    @Message
    String holderSubject();

    @Message
    String holderNews();

    /** To who works on a case and to supervisors, as what follows. */
    @Message
    String emergencySubject();

    @Message
    String emergencyNews();

    @Message
    String noReply();
}
