package jp.tsunagi.vocabulary;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Labels of the published codes: {@code {code:category(value)}} in a template. Must be public: Qute generates the
 * implementation in another class loader.
 */
@MessageBundle(value = "code", locale = "ja")
public interface CodeMessages {

    @Message
    String category(Category code);

    @Message
    String wish(Wish code);

    @Message
    String consulterType(ConsulterType code);

    @Message
    String ageBand(AgeBand code);

    @Message
    String urgency(Urgency code);

    @Message
    String field(Field code);

    @Message
    String referralStatus(ReferralStatus code);

    @Message
    String reasonCode(ReasonCode code);

    @Message
    String outcome(Outcome code);

    @Message
    String ground(Ground code);

    @Message
    String label(Label code);

    @Message
    String deskMode(DeskMode code);

    @Message
    String deliveryChannel(DeliveryChannel code);

    @Message
    String need(Need code);

    /** What is meant by it, under the title. */
    @Message
    String needHint(Need code);
}
