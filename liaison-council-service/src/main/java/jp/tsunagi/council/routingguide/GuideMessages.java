package jp.tsunagi.council.routingguide;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages of the routing guide. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "guide", locale = "ja")
public interface GuideMessages {

    @Message
    String title();

    @Message
    String about();

    @Message
    String newGuide();

    @Message
    String noGuides();

    @Message
    String version();

    @Message
    String name(int number);

    @Message
    String effectiveFrom();

    @Message
    String effectiveFromHint();

    @Message
    String topic();

    @Message
    String topicHint();

    @Message
    String noTopics();

    @Message
    String text();

    @Message
    String textHint();

    @Message
    String dryRun();

    @Message
    String toDryRun();

    @Message
    String propose();

    @Message
    String proposeHint();

    @Message
    String proposedBy();

    @Message
    String adoptedBy();

    @Message
    String withdrawnBy();

    @Message
    String reason();

    @Message
    String status(GuideStatus code);

    @Message
    String mistake(GuideMistake code);

    @Message
    String adopt();

    @Message
    String adoptLead();

    @Message
    String othersAdopt();

    @Message
    String withdraw();

    @Message
    String withdrawLead();

    @Message
    String withdrawalReason();

    @Message
    String withdrawalReasonHint();

    @Message
    String changes();

    @Message
    String changesSince(int number);

    @Message
    String noChanges();

    @Message
    String tooLongToCompare();

    @Message
    String firstVersion();

    @Message
    String toGuides();
}
