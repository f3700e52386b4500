package jp.tsunagi.council;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the council's pages say. */
@MessageBundle("council")
public interface Words {

    @Message
    String title();

    @Message
    String about();

    @Message
    String topics();

    @Message
    String noTopics();

    @Message
    String publishedOn();

    @Message
    String seats();

    @Message
    String organisation();

    @Message
    String role();

    @Message
    String since();

    @Message
    String confidence();

    @Message
    String seatsOrigin(String asOf, String source);

    @Message
    String seatsAreNotDesks();

    @Message
    String noSeats();

    @Message
    String toStatistics();

    @Message
    String toCouncil();

    @Message
    String proposer();

    @Message
    String meetingOn();

    @Message
    String note();

    @Message
    String status();

    @Message
    String readers();

    @Message
    String statistics();

    @Message
    String month();

    @Message
    String showMonth();

    @Message
    String figuresAsOf(String asOf);

    @Message
    String masked();

    @Message
    String maskingNote();

    @Message
    String exactNote();

    @Message
    String count();

    @Message
    String total();

    @Message
    String cells();

    @Message
    String desk();

    @Message
    String noCells();

    @Message
    String toExact();

    @Message
    String admin();

    @Message
    String drafts();

    @Message
    String newTopic();

    @Message
    String topicTitle();

    @Message
    String topicTitleHint();

    @Message
    String topicBody();

    @Message
    String topicBodyHint();

    @Message
    String saveDraft();

    @Message
    String saveRevision();

    @Message
    String revise();

    @Message
    String publish();

    @Message
    String visibility();

    @Message
    String embargo();

    @Message
    String embargoHint();

    @Message
    String toCheck();

    @Message
    String checkTitle();

    @Message
    String checkLead();

    @Message
    String checkLimits();

    @Message
    String checkWhen();

    @Message
    String atOnce();

    @Message
    String checkFinal();

    @Message
    String back();

    @Message
    String toPublicPage();

    @Message
    String published();

    @Message
    String noDrafts();

    @Message
    String saved(String name);

    @Message
    String table(String id);

    @Message
    String kind();
}
