package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of giving a case to a colleague. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "assign", locale = "ja")
public interface AssignMessages {

    @Message
    String title();

    @Message
    String to();

    @Message
    String toHint();

    @Message
    String note();

    @Message
    String noteHint();

    @Message
    String submit();

    @Message
    String none();

    @Message
    String release();

    @Message
    String releaseHint();

    /** A line of the timeline. */
    @Message
    String gave(String from, String to);
}
