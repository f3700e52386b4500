package jp.tsunagi.intake.awareness;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about awareness material. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "awareness", locale = "ja")
public interface AwarenessMessages {

    @Message
    String title();

    @Message
    String attach();

    @Message
    String attachHint();

    @Message
    String asOf(String day);

    @Message
    String undated();

    @Message
    String notTold();

    @Message
    String attached();

    @Message
    String line(String title, String publisher);

    @Message
    String offered();

    @Message
    String offeredText();
}
