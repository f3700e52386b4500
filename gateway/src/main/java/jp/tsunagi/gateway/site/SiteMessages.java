package jp.tsunagi.gateway.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.gateway.Backend;

/** Texts of the gateway's own pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle("site")
public interface SiteMessages {

    @Message
    String welcome();

    @Message
    String consult();

    @Message
    String box();

    @Message
    String safety();

    @Message
    String others();

    @Message
    String council();

    @Message
    String councilHint();

    @Message
    String directory();

    @Message
    String directoryHint();

    @Message
    String agencies();

    @Message
    String deskSignIn();

    @Message
    String partnerSignIn();

    @Message
    String councilSignIn();

    @Message
    String developers();

    @Message
    String developersTitle();

    @Message
    String developersLead();

    @Message
    String tokenStep();

    @Message
    String tokenHint();

    @Message
    String listStep();

    @Message
    String acceptStep();

    @Message
    String acceptHint();

    @Message
    String problems();

    @Message
    String problemsHint();

    @Message
    String openApi(Backend backend);

    @Message
    String events();

    @Message
    String eventsHint();

    @Message
    String event();

    @Message
    String topic();

    @Message
    String example();

    @Message
    String accessibility();

    @Message
    String accessibilityLead();

    @Message
    String goal();

    @Message
    String goalText();

    @Message
    String state();

    @Message
    String stateText();

    @Message
    String doing();

    @Message
    String doingScripts();

    @Message
    String doingKeyboard();

    @Message
    String doingColour();

    @Message
    String notYet();

    @Message
    String notYetReaders();

    @Message
    String notYetReading();

    @Message
    String contact();

    @Message
    String contactText();

    @Message
    String lead();

    @Message
    String free();

    @Message
    String nameless();

    @Message
    String minutes();

    @Message
    String asked();

    @Message
    String needs();

    @Message
    String needsHint();

    @Message
    String otherNeed();

    @Message
    String allCalls();

    @Message
    String afterwards();

    @Message
    String writeStep();

    @Message
    String writeText();

    @Message
    String readStep();

    @Message
    String readText();

    @Message
    String answerStep();

    @Message
    String answerText();

    @Message
    String passStep();

    @Message
    String passText();

    @Message
    String safetyHint();

    @Message
    String unsentTitle();

    @Message
    String unsentLead();

    @Message
    String unsentSignIn();

    @Message
    String unsentComeBack();

    @Message
    String unsentSend();

    @Message
    String unsentTexts();

    @Message
    String unsentTextsHint();

    @Message
    String signedInTitle();

    @Message
    String signedInNext();

    @Message
    String signedInHome();
}
