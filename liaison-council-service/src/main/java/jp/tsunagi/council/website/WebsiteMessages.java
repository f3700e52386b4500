package jp.tsunagi.council.website;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.council.membership.Seat;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.council.topic.TopicStatus;

/** Texts of the council's pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "website", locale = "ja")
public interface WebsiteMessages {

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
    String asReadersSee();

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
    String publicationAsked();

    @Message
    String askedBy();

    @Message
    String writtenBy();

    @Message
    String noteWrittenBy();

    @Message
    String yourTurn();

    @Message
    String othersTurn();

    @Message
    String toApprove();

    @Message
    String approveTitle();

    @Message
    String approveLead();

    @Message
    String acknowledge();

    @Message
    String acknowledgeHint();

    @Message
    String requestPublication();

    @Message
    String requestPublicationHint();

    @Message
    String findingsTitle();

    @Message
    String findingsLead();

    @Message
    String noFindings();

    @Message
    String noteHeldBack();

    @Message
    String finding(String part, String sentence, String found);

    @Message
    String noDrafts();

    @Message
    String topicStatus(TopicStatus code);

    @Message
    String circle(Visibility code);

    @Message
    String seatRole(Seat.Role code);

    @Message
    String correct();

    @Message
    String correctLead();

    @Message
    String correctionReason();

    @Message
    String correctionReasonHint();

    @Message
    String requestCorrection();

    @Message
    String approveCorrection();

    @Message
    String newText();

    @Message
    String presentText();

    @Message
    String correctNoteHint();

    @Message
    String correctionStays();

    @Message
    String publishCorrection();

    @Message
    String othersCorrect();

    @Message
    String yourTurnToCorrect();

    @Message
    String noCorrection();

    @Message
    String toTopic();

    @Message
    String takeDown();

    @Message
    String takeDownLead();

    @Message
    String whyTakenDown();

    @Message
    String takeDownNow();

    @Message
    String takenDownTitle();

    @Message
    String takenDownOn();

    @Message
    String takenDownHint();

    @Message
    String wasTakenDown();

    @Message
    String restoredOn();

    @Message
    String howToRestore();

    @Message
    String corrections();

    @Message
    String erratum();

    @Message
    String textUntil();

    @Message
    String correctionAsked();

    @Message
    String toApproveCorrection();

    @Message
    String moveOn();

    @Message
    String move(MoveForm code);

    @Message
    String moveReason(String move);

    @Message
    String decision();

    @Message
    String moveTextHint();

    @Message
    String meetingOnHint();

    @Message
    String moved(String status);

    @Message
    String changedFirst(String who, String when);

    @Message
    String notMoved();

    @Message
    String notMovedHint();

    @Message
    String guides();

    @Message
    String noGuides();

    @Message
    String proposeGuide();

    @Message
    String takeDownReason(TakeDownReason reason);
}
