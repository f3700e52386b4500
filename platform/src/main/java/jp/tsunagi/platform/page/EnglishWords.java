package jp.tsunagi.platform.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The shell's words in English. */
@Localized("en")
public interface EnglishWords extends Words {

    @Override
    @Message("Tsunagi")
    String name();

    @Override
    @Message("Connecting the desks for harmful online content")
    String tagline();

    @Override
    @Message("Skip to the content")
    String skip();

    @Override
    @Message("Leave this page now")
    String exit();

    @Override
    @Message("Leave quickly")
    String exitLandmark();

    @Override
    @Message("Pressing Shift three times leaves, too")
    String exitHint();

    @Override
    @Message("Main menu")
    String menu();

    @Override
    @Message("日本語")
    String otherLanguage();

    @Override
    @Message("Sign in")
    String signIn();

    @Override
    @Message("Sign out")
    String signOut();

    @Override
    @Message("Signed in:")
    String signedInAs();

    @Override
    @Message("Ask for help")
    String consult();

    @Override
    @Message("Read the answer")
    String box();

    @Override
    @Message("Liaison council")
    String council();

    @Override
    @Message("Desks")
    String directory();

    @Override
    @Message("Consultations")
    String queue();

    @Override
    @Message("Referrals received")
    String inbox();

    @Override
    @Message("Referrals sent")
    String outbox();

    @Override
    @Message("Statistics")
    String statistics();

    @Override
    @Message("Publishing")
    String publishing();

    @Override
    @Message("Help")
    String help();

    @Override
    @Message("Desks you can call or chat with")
    String phones();

    @Override
    @Message("Accessibility")
    String accessibility();

    @Override
    @Message("Connect your system (API)")
    String developers();

    @Override
    @Message("If someone is in danger, call 110 (police) or 119 (ambulance) now.")
    String danger();

    @Override
    @Message("Error:")
    String error();

    @Override
    @Message("Please check what you entered")
    String checkInput();

    @Override
    @Message("(required)")
    String required();

    @Override
    @Message("Change")
    String change();

    @Override
    @Message("Next page")
    String next();

    @Override
    @Message("Please choose")
    String choose();

    @Override
    @Message("What you typed is kept in this tab")
    String draftKept();

    @Override
    @Message("Copy the digits")
    String copyDigits();

    @Override
    @Message("Copied")
    String copied();

    @Override
    @Message("Step {now} of {of}")
    String step(int now, int of);

    @Override
    @Message("What to do next")
    String whatNext();

    @Override
    @Message("Reference number")
    String requestNumber();

    @Override
    @Message("To the start page")
    String home();

    @Override
    @Message("Sign in, then open this page again.")
    String doSignIn();

    @Override
    @Message("Ask your administrator whether your agency and role allow this.")
    String doAskAccess();

    @Override
    @Message("Check the address. The record may have been erased, or you may not be allowed to see it.")
    String doCheckAddress();

    @Override
    @Message("Open the previous page again, look at what changed, then try once more.")
    String doReload();

    @Override
    @Message("Go back and correct what you entered.")
    String doCorrect();

    @Override
    @Message("Wait a moment, then try again.")
    String doWait();

    @Override
    @Message("This is not your fault. Wait a moment and try again. If it goes on, tell us the number below.")
    String doReport();

    @Override
    @Message("Which agency do you act for?")
    String chooseAgency();

    @Override
    @Message("Change agency")
    String changeAgency();
}
