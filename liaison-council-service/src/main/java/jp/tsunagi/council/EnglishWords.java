package jp.tsunagi.council;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The council's pages in English. */
@Localized("en")
public interface EnglishWords extends Words {

    @Override
    @Message("Liaison council of consultation bodies on illegal and harmful information")
    String title();

    @Override
    @Message(
            "Bodies that take consultations about illegal and harmful online content meet here, so that people reach the desk that fits.")
    String about();

    @Override
    @Message("Published topics")
    String topics();

    @Override
    @Message("There is no topic to read yet.")
    String noTopics();

    @Override
    @Message("Published: ")
    String publishedOn();

    @Override
    @Message("Organisations with a seat")
    String seats();

    @Override
    @Message("Organisation")
    String organisation();

    @Override
    @Message("Seat")
    String role();

    @Override
    @Message("Since")
    String since();

    @Override
    @Message("Confidence")
    String confidence();

    @Override
    @Message("As of {asOf}. Source (in Japanese): {source}")
    String seatsOrigin(String asOf, String source);

    @Override
    @Message("A seat at the council is not a desk. The desks that help people are in the directory.")
    String seatsAreNotDesks();

    @Override
    @Message("There is no list of seats yet.")
    String noSeats();

    @Override
    @Message("See statistics")
    String toStatistics();

    @Override
    @Message("To the council's page")
    String toCouncil();

    @Override
    @Message("Proposed by")
    String proposer();

    @Override
    @Message("Meeting")
    String meetingOn();

    @Override
    @Message("Decision or reason")
    String note();

    @Override
    @Message("State")
    String status();

    @Override
    @Message("Readers")
    String readers();

    @Override
    @Message("Council statistics")
    String statistics();

    @Override
    @Message("Month")
    String month();

    @Override
    @Message("Show this month")
    String showMonth();

    @Override
    @Message("Figures may still move. As of {asOf}.")
    String figuresAsOf(String asOf);

    @Override
    @Message("*")
    String masked();

    @Override
    @Message(
            "Numbers below 10 are hidden as * so that nobody can be recognised. Other numbers or totals may be hidden so that they do not give the hidden ones away.")
    String maskingNote();

    @Override
    @Message("These figures are not masked. Do not pass them on as they are.")
    String exactNote();

    @Override
    @Message("Number")
    String count();

    @Override
    @Message("Total")
    String total();

    @Override
    @Message("Desks and states together")
    String cells();

    @Override
    @Message("Desk")
    String desk();

    @Override
    @Message("No referrals in this month yet.")
    String noCells();

    @Override
    @Message("See exact figures")
    String toExact();

    @Override
    @Message("Council publishing")
    String admin();

    @Override
    @Message("Drafts and published topics")
    String drafts();

    @Override
    @Message("Write a new topic")
    String newTopic();

    @Override
    @Message("Name of the topic")
    String topicTitle();

    @Override
    @Message("Up to 120 characters. No names or numbers of persons.")
    String topicTitleHint();

    @Override
    @Message("Situation and questions")
    String topicBody();

    @Override
    @Message(
            "Rewrite cases so that nobody can be recognised. Phone numbers, mail addresses and receipt numbers stop the publication.")
    String topicBodyHint();

    @Override
    @Message("Save as a draft")
    String saveDraft();

    @Override
    @Message("Save the correction")
    String saveRevision();

    @Override
    @Message("Correct the text")
    String revise();

    @Override
    @Message("Publish")
    String publish();

    @Override
    @Message("Who may read it?")
    String visibility();

    @Override
    @Message("Release time (Japan)")
    String embargo();

    @Override
    @Message("Leave empty to publish at once. Example: 2026-12-01 10:00")
    String embargoHint();

    @Override
    @Message("Check what becomes public")
    String toCheck();

    @Override
    @Message("What becomes public")
    String checkTitle();

    @Override
    @Message("This is what people will read. Read it once more: nobody must be recognisable.")
    String checkLead();

    @Override
    @Message("Numbers and addresses were searched for automatically. Names cannot be.")
    String checkLimits();

    @Override
    @Message("Release")
    String checkWhen();

    @Override
    @Message("At once")
    String atOnce();

    @Override
    @Message("After publishing, the text and the circle cannot be narrowed or changed.")
    String checkFinal();

    @Override
    @Message("Back to correct it")
    String back();

    @Override
    @Message("See the published page")
    String toPublicPage();

    @Override
    @Message("Published")
    String published();

    @Override
    @Message("There are no drafts yet.")
    String noDrafts();

    @Override
    @Message("The text of “{name}” is saved.")
    String saved(String name);

    @Override
    @Message("{#switch id}"
            + "{#case 'consultations-by-urgency'}Consultations by urgency"
            + "{#case 'mentions-by-category'}What consultations are about (one with several subjects counts for each)"
            + "{#case 'referrals-by-desk'}Referrals by desk"
            + "{#case 'referrals-by-status'}Referrals by their state now"
            + "{/switch}")
    String table(String id);

    @Override
    @Message("Kind")
    String kind();
}
