package jp.tsunagi.platform.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page layout. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "layout", locale = "ja")
public interface LayoutMessages {

    @Message
    String name();

    @Message
    String tagline();

    @Message
    String skip();

    @Message
    String exit();

    /** The same on a phone, in the row of the name. */
    @Message
    String exitShort();

    @Message
    String exitLandmark();

    @Message
    String exitHint();

    @Message
    String menu();

    @Message
    String languageName();

    /** Pattern of a day for java.time.format.DateTimeFormatter. */
    @Message
    String dayPattern();

    /** Pattern of a day and time for java.time.format.DateTimeFormatter. */
    @Message
    String timePattern();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String signedInAs();

    @Message
    String consult();

    @Message
    String box();

    @Message
    String council();

    @Message
    String directory();

    @Message
    String queue();

    /** What was handed over to other desks. */
    @Message
    String handedOver();

    @Message
    String inbox();

    @Message
    String outbox();

    @Message
    String statistics();

    @Message
    String publishing();

    @Message
    String help();

    @Message
    String helpNow();

    @Message
    String accessibility();

    @Message
    String developers();

    @Message
    String danger();

    @Message
    String error();

    @Message
    String checkInput();

    @Message
    String required();

    @Message
    String change();

    @Message
    String next();

    @Message
    String choose();

    @Message
    String draftKept();

    @Message
    String keepDraft();

    @Message
    String draftHint();

    @Message
    String draftKeptAt(String time);

    @Message
    String draftLater();

    @Message
    String draftSignedOut();

    @Message
    String draftRestored();

    @Message
    String draftRestoredFrom();

    @Message
    String discardDraft();

    @Message
    String conflictTitle();

    @Message
    String conflictLead();

    @Message
    String theirVersion();

    @Message
    String yourVersion();

    @Message
    String emptyText();

    @Message
    String takeBoth();

    @Message
    String takeMine();

    @Message
    String takeTheirs();

    @Message
    String bothJoined();

    @Message
    String bothJoinedHint();

    @Message
    String copyDigits();

    @Message
    String copied();

    @Message
    String step(int now, int of);

    @Message
    String whatNext();

    @Message
    String requestNumber();

    @Message
    String home();

    @Message
    String doSignIn();

    @Message
    String doAskAccess();

    @Message
    String doCheckAddress();

    @Message
    String doReload();

    @Message
    String doCorrect();

    @Message
    String doWait();

    @Message
    String doReport();

    @Message
    String chooseAgency();

    @Message
    String changeAgency();
}
