package jp.tsunagi.intake.ruleset;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Texts of which rules are in force and of trying others. Must be public: Qute generates the implementation in another
 * class loader.
 */
@MessageBundle(value = "ruleset", locale = "ja")
public interface RuleSetMessages {

    @Message
    String dryRunTitle();

    @Message
    String dryRunText(int most);

    @Message
    String result();

    @Message
    String cases();

    @Message
    String changed();

    @Message
    String lessUrgent();

    @Message
    String moreUrgent();

    @Message
    String otherDesk();

    @Message
    String otherKinds();

    @Message
    String otherWish();

    @Message
    String count(int count);

    @Message
    String lessUrgentTitle();

    @Message
    String lessUrgentText(int most);

    @Message
    String otherTitle();

    @Message
    String otherText(int most);

    @Message
    String before();

    @Message
    String after();

    @Message
    String rules();

    @Message
    String rulesHint();

    @Message
    String routingGuide();

    @Message
    String routingGuideHint();

    @Message
    String run();

    @Message
    String guideInForce(int number);

    @Message
    String guideOfTheRelease();

    @Message
    String guides();

    @Message
    String guideNumber();

    @Message
    String guide(int number);

    @Message
    String effectiveFrom();

    @Message
    String adoptedAt();

    @Message
    String followed();

    @Message
    String inForce();

    @Message
    String waits();

    @Message
    String replaced();

    @Message
    String refused(int line);

    @Message
    String history();

    @Message
    String version(String version);
}
