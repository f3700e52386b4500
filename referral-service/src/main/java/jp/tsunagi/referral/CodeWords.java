package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The field's codes in the words of those who read them. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "rcode", locale = "ja")
public interface CodeWords {

    /** What the person wants. */
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

    /** How urgent. */
    @Message
    String urgency(String code);

    /** State of a referral (ux.md 4.1). */
    @Message
    String status(String code);

    /** What is special about it. */
    @Message
    String business(String code);

    /** Why. */
    @Message
    String reason(String code);

    /** What was achieved. */
    @Message
    String outcome(String code);

    /** A button. */
    @Message
    String command(String code);

    /** Whether the consultation moves. */
    @Message
    String kind(String code);

    /** A part of what was told. */
    @Message
    String field(String code);

    /** How a referral reaches a desk. */
    @Message
    String mode(String code);

    /** Whether it has arrived. */
    @Message
    String delivery(String code);

    /** Who may read a note. */
    @Message
    String audience(String code);
}
