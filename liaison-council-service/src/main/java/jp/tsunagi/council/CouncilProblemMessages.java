package jp.tsunagi.council;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of {@link CouncilProblem}. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "council_problem", locale = "ja")
public interface CouncilProblemMessages {

    @Message
    String detail(CouncilProblem problem);
}
