package jp.tsunagi.intake.consent;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about consent for counsellors. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "consent", locale = "ja")
public interface ConsentMessages {

    @Message
    String askTitle();

    /** What the consulter agrees to; a new wording is a new edition, see consent-texts.properties. */
    @Message
    String questionText();

    @Message
    String backToCase();

    @Message
    String desk();

    @Message
    String showNeeds();

    @Message
    String otherDesk();

    @Message
    String refuses();

    @Message
    String whatIsAsked();

    @Message
    String asSeen();

    @Message
    String required();

    @Message
    String notWanted();

    @Message
    String notTold();

    @Message
    String untold(String field);

    @Message
    String ask();

    @Message
    String askHint();

    /** How a conversation stands. */
    @Message
    String state(ConsentConversation.State code);

    @Message
    String asked(String by);

    @Message
    String answered();

    @Message
    String told(String by);

    @Message
    String withdrawn();

    @Message
    String fieldsAsked();

    @Message
    String fieldsAgreed();

    @Message
    String edition();

    @Message
    String lacking(String field);

    @Message
    String begin();

    @Message
    String again(String desk);
}
