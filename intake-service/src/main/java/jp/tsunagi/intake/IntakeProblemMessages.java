package jp.tsunagi.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of {@link IntakeProblem}. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "intake_problem", locale = "ja")
public interface IntakeProblemMessages {

    @Message
    String detail(IntakeProblem problem);
}
