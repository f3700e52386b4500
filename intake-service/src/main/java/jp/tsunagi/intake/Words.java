package jp.tsunagi.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The field's codes in the words of those who read them. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "intake", locale = "ja")
public interface Words {

    /** What the consulter wants. */
    @Message
    String wish(String code);

    /** Who is asking. */
    @Message
    String consulterType(String code);

    /** Age of the person harmed. */
    @Message
    String ageBand(String code);

    /** Kind of harm. */
    @Message
    String category(String code);

    /** Danger now. */
    @Message
    String danger(String code);

    /** How urgent. */
    @Message
    String urgency(String code);

    /** Why it is that urgent. */
    @Message
    String why(String code);

    /** State for staff. */
    @Message
    String status(String code);

    /** State in the consulter's words. */
    @Message
    String plainStatus(String code);

    /** One step of the timeline. */
    @Message
    String action(String code);

    /** State at the other desk. */
    @Message
    String referralStatus(String code);

    /** State at the other desk in the consulter's words. */
    @Message
    String plainReferral(String code);

    /** Why a desk said no. */
    @Message
    String reason(String code);

    /** What the desk reached. */
    @Message
    String outcome(String code);

    /** A field that can be passed on. */
    @Message
    String part(String code);

    /** State of a consent. */
    @Message
    String decision(String code);
}
