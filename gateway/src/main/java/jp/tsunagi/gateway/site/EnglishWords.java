package jp.tsunagi.gateway.site;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The words of the gateway's own pages in English. */
@Localized("en")
public interface EnglishWords extends Words {

    @Override
    @Message("Hurt by something online?")
    String welcome();

    @Override
    @Message("Asking is free. You need not say your name. What you tell us is kept secret.")
    String promise();

    @Override
    @Message("Ask for help")
    String consult();

    @Override
    @Message("About 5 minutes, on a phone, too")
    String consultHint();

    @Override
    @Message("Read the answer")
    String box();

    @Override
    @Message("With your 16-digit confirmation code")
    String boxHint();

    @Override
    @Message("Someone to call")
    String phones();

    @Override
    @Message("Desks you can call or chat with")
    String phonesLink();

    @Override
    @Message("We last checked this number on:")
    String checkedOn();

    @Override
    @Message("If your family must not know (using this site safely)")
    String safety();

    @Override
    @Message("Looking for something else?")
    String others();

    @Override
    @Message("Liaison council")
    String council();

    @Override
    @Message("What the desks discuss together, and what they decide.")
    String councilHint();

    @Override
    @Message("Desks")
    String directory();

    @Override
    @Message("Who takes what, and when they are open.")
    String directoryHint();

    @Override
    @Message("For agencies")
    String agencies();

    @Override
    @Message("Sign in as a counsellor")
    String deskSignIn();

    @Override
    @Message("Sign in as a partner agency")
    String partnerSignIn();

    @Override
    @Message("Sign in as the secretariat")
    String councilSignIn();

    @Override
    @Message("Connect your system (API)")
    String developers();

    @Override
    @Message("Connect your system")
    String developersTitle();

    @Override
    @Message(
            "The first call takes ten minutes. You need curl, and the client id and secret that the secretariat gave you.")
    String developersLead();

    @Override
    @Message("1. Get a token")
    String tokenStep();

    @Override
    @Message("A token lasts 5 minutes. Get another one in the same way.")
    String tokenHint();

    @Override
    @Message("2. See the referrals sent to your agency")
    String listStep();

    @Override
    @Message("3. Accept a referral")
    String acceptStep();

    @Override
    @Message(
            "If-Match carries the ETag you read. If somebody was faster you get 412 and nothing changes. With the same Idempotency-Key it is done once, however often you send it.")
    String acceptHint();

    @Override
    @Message("When it does not work")
    String problems();

    @Override
    @Message(
            "Every failure is application/problem+json: code is a name that stays, blame says whose side must act, retryable whether the same request may succeed later, requestId is what to quote when you ask us.")
    String problemsHint();

    @Override
    @Message("The API's description (OpenAPI 3.1)")
    String openApi();

    @Override
    @Message("Events")
    String events();

    @Override
    @Message("Examples of what travels inside the platform. No personal data is in them.")
    String eventsHint();

    @Override
    @Message("Event")
    String event();

    @Override
    @Message("Topic")
    String topic();

    @Override
    @Message("Example of the data")
    String example();

    @Override
    @Message("Accessibility policy")
    String accessibility();

    @Override
    @Message("Everybody should be able to ask for help, whatever tools they use.")
    String accessibilityLead();

    @Override
    @Message("What we aim for")
    String goal();

    @Override
    @Message("Conformance with JIS X 8341-3:2016 level AA, and all level A and AA criteria of WCAG 2.2.")
    String goalText();

    @Override
    @Message("Where we are")
    String state();

    @Override
    @Message(
            "The test that JIS X 8341-3:2016 describes has not been made yet. Until it is, we do not claim conformance.")
    String stateText();

    @Override
    @Message("What we do")
    String doing();

    @Override
    @Message("Every page works without scripts.")
    String doingScripts();

    @Override
    @Message("Everything is built to be done with a keyboard alone.")
    String doingKeyboard();

    @Override
    @Message("Colour alone never carries a meaning.")
    String doingColour();

    @Override
    @Message("What is not done yet")
    String notYet();

    @Override
    @Message("Checks with screen readers (NVDA, PC-Talker, VoiceOver, TalkBack).")
    String notYetReaders();

    @Override
    @Message("Furigana and plain Japanese.")
    String notYetReading();

    @Override
    @Message("If something is hard to use")
    String contact();

    @Override
    @Message("Tell us through the consultation form, as \"Other\". We need no name.")
    String contactText();
}
