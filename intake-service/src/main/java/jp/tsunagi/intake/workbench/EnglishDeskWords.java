package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link DeskWords} in English. */
@Localized("en")
public interface EnglishDeskWords extends DeskWords {

    @Override
    @Message("Consultations")
    String queueTitle();

    @Override
    @Message("State")
    String status();

    @Override
    @Message("Urgency")
    String urgency();

    @Override
    @Message("Only those who received a claim")
    String respondents();

    @Override
    @Message("Filter")
    String filter();

    @Override
    @Message("Clear")
    String clear();

    @Override
    @Message("Receipt no.")
    String receiptNumber();

    @Override
    @Message("About")
    String about();

    @Override
    @Message("Consulter")
    String consulter();

    @Override
    @Message("Received")
    String receivedAt();

    @Override
    @Message("There is no such consultation.")
    String nothing();

    @Override
    @Message("To the list")
    String back();

    @Override
    @Message("Came back from another desk")
    String cameBack();

    @Override
    @Message("Suggested desk:")
    String suggested();

    @Override
    @Message("What was told")
    String told();

    @Override
    @Message("URLs (do not open)")
    String urls();

    @Override
    @Message("Timeline")
    String timeline();

    @Override
    @Message("received")
    String received();

    @Override
    @Message("From the consulter")
    String consulterWrote();

    @Override
    @Message("answered")
    String wrote();

    @Override
    @Message("Referrals")
    String referrals();

    @Override
    @Message("Passed on:")
    String passedOn();

    @Override
    @Message("In short")
    String summary();

    @Override
    @Message("Wish")
    String wish();

    @Override
    @Message("Kind")
    String kind();

    @Override
    @Message("Danger now")
    String dangerNow();

    @Override
    @Message("Call name")
    String callName();

    @Override
    @Message("Contact")
    String contact();

    @Override
    @Message("Prefecture")
    String prefecture();

    @Override
    @Message("Counsellor")
    String holder();

    @Override
    @Message("Consents")
    String consents();

    @Override
    @Message("Inside the centre only; no consent to tell others.")
    String noConsent();

    @Override
    @Message("Take this case")
    String take();

    @Override
    @Message("Answer")
    String answerTitle();

    @Override
    @Message("Answer")
    String answerText();

    @Override
    @Message("It goes to the mailbox of the consulter.")
    String answerHint();

    @Override
    @Message("Send the answer")
    String answer();

    @Override
    @Message("Hand over to another desk")
    String referTitle();

    @Override
    @Message("Desk")
    String desk();

    @Override
    @Message("What is passed on")
    String fields();

    @Override
    @Message("What is not ticked is not passed on.")
    String fieldsHint();

    @Override
    @Message("Summary")
    String summaryText();

    @Override
    @Message("Read before the desk accepts: no names, no contact.")
    String summaryHint();

    @Override
    @Message("Basis")
    String basis();

    @Override
    @Message("The consulter agreed in the mailbox")
    String basisRecord();

    @Override
    @Message("I asked the consulter (everything ticked)")
    String basisTold();

    @Override
    @Message("Cannot wait: life, body or property (APPI 27(1)(ii))")
    String basisLife();

    @Override
    @Message("Cannot wait: sound growth of children (APPI 27(1)(iii))")
    String basisChild();

    @Override
    @Message("When consent was given (Japan time)")
    String givenAt();

    @Override
    @Message("Why consent cannot be waited for")
    String groundReason();

    @Override
    @Message("Supervisor who approved")
    String approvedBy();

    @Override
    @Message("Hand over")
    String refer();

    @Override
    @Message("See what the desk would see")
    String preview();

    @Override
    @Message("Ask the consulter")
    String askConsent();

    @Override
    @Message("What each desk takes")
    String profiles();

    @Override
    @Message("Takes")
    String takes();

    @Override
    @Message("Does not take")
    String refuses();

    @Override
    @Message("Needs")
    String needs();

    @Override
    @Message("Hours")
    String hours();

    @Override
    @Message("Not accepting")
    String closedNow();

    @Override
    @Message("Close the case")
    String close();

    @Override
    @Message("What the desk would see")
    String previewTitle();

    @Override
    @Message("Would see")
    String wouldSee();

    @Override
    @Message("Would not see")
    String wouldNotSee();

    @Override
    @Message("Back to the case (what you typed is lost)")
    String backToCase();
}
