package jp.tsunagi.platform.problem;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of {@link PlatformProblem}. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "platform_problem", locale = "ja")
public interface PlatformProblemMessages {

    @Message
    String title(Refusal.Kind kind);

    @Message
    String detail(PlatformProblem problem);
}
