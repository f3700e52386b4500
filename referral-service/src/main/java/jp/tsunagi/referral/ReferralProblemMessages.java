package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of {@link ReferralProblem}. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "referral_problem", locale = "ja")
public interface ReferralProblemMessages {

    @Message
    String detail(ReferralProblem problem);
}
