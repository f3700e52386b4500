package jp.tsunagi.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of {@link GatewayProblem}. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "gateway_problem", locale = "ja")
public interface GatewayProblemMessages {

    @Message
    String detail(GatewayProblem problem);
}
