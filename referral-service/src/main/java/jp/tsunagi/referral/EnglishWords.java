package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link Words} in English. */
@Localized("en")
public interface EnglishWords extends Words {

    @Override
    @Message("Referrals received")
    String inboxTitle();

    @Override
    @Message("Referrals sent")
    String outboxTitle();

    @Override
    @Message("There are no referrals.")
    String none();

    @Override
    @Message("Date")
    String colDate();

    @Override
    @Message("About (no names)")
    String colAbout();

    @Override
    @Message("From")
    String colFrom();

    @Override
    @Message("To")
    String colTo();

    @Override
    @Message("State")
    String colState();

    @Override
    @Message("Kind")
    String colKind();

    @Override
    @Message("Urgency")
    String colUrgency();

    @Override
    @Message("All")
    String filterAll();

    @Override
    @Message("New")
    String filterNew();

    @Override
    @Message("In hand")
    String filterOpen();

    @Override
    @Message("Closed")
    String filterClosed();

    @Override
    @Message("Filters")
    String filters();

    @Override
    @Message("Referral")
    String referralTitle();

    @Override
    @Message("Referral number")
    String number();

    @Override
    @Message("From")
    String from();

    @Override
    @Message("To")
    String to();

    @Override
    @Message("Summary")
    String summary();

    @Override
    @Message("Categories")
    String categories();

    @Override
    @Message("Wish")
    String wish();

    @Override
    @Message("Who is asking")
    String consulterType();

    @Override
    @Message("Age")
    String ageBand();

    @Override
    @Message("Urgency")
    String urgency();

    @Override
    @Message("Label")
    String label();

    @Override
    @Message("Ground")
    String basis();

    @Override
    @Message("Consent given")
    String givenAt();

    @Override
    @Message("What is disclosed")
    String fields();

    @Override
    @Message("State")
    String status();

    @Override
    @Message("Owner")
    String owner();

    @Override
    @Message("Reason")
    String reasonLabel();

    @Override
    @Message("A better desk")
    String suggested();

    @Override
    @Message("Outcome")
    String outcomesLabel();

    @Override
    @Message("Assignee")
    String assignee();

    @Override
    @Message("To be resumed by")
    String resumeBy();

    @Override
    @Message("Names and story are not shown yet")
    String hiddenTitle();

    @Override
    @Message("They open when you accept; who reads them is recorded.")
    String hidden();

    @Override
    @Message("What the person told")
    String openedTitle();

    @Override
    @Message("Opening this page has been recorded.")
    String looked();

    @Override
    @Message("What was disclosed has been erased; only the record remains.")
    String purged();

    @Override
    @Message("The content of a closed referral is not shown.")
    String closedView();

    @Override
    @Message("What you can do")
    String actions();

    @Override
    @Message("There is nothing to do now.")
    String noActions();

    @Override
    @Message("History")
    String history();

    @Override
    @Message("Delivery")
    String deliveriesTitle();

    @Override
    @Message("URLs are not links: check before opening.")
    String urlsAreText();

    @Override
    @Message("Narrative")
    String narrativeLabel();

    @Override
    @Message("URLs")
    String urlsLabel();

    @Override
    @Message("Name")
    String callNameLabel();

    @Override
    @Message("Contact")
    String contactLabel();

    @Override
    @Message("Reason")
    String reasonField();

    @Override
    @Message("Note")
    String noteField();

    @Override
    @Message("The other agency reads this. Do not name the person.")
    String noteHint();

    @Override
    @Message("A better desk")
    String suggestedField();

    @Override
    @Message("Your question")
    String questionField();

    @Override
    @Message("Your answer")
    String answerField();

    @Override
    @Message("To be resumed by (e.g. 2026-12-01)")
    String resumeByField();

    @Override
    @Message("Outcome")
    String outcomesField();

    @Override
    @Message("The person may be told this note")
    String visibleField();

    @Override
    @Message("Who may read it")
    String audienceField();

    @Override
    @Message("The referral number once more")
    String confirmField();

    @Override
    @Message("Back to the referral")
    String back();

    @Override
    @Message("Back to the list")
    String toInbox();
}
