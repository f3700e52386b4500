package jp.tsunagi.intake.entry;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link ConsultWords} in English. */
@Localized("en")
public interface EnglishConsultWords extends ConsultWords {

    @Override
    @Message("Consult")
    String title();

    @Override
    @Message(
            "It is free. You do not have to say your name. What you tell us stays with us. Skip whatever you do not want to answer.")
    String lead();

    @Override
    @Message("If somebody is in danger now")
    String dangerTitle();

    @Override
    @Message("Call 110 at once. To talk to somebody: 0120-279-338 (24 hours); for children: 0120-0-78310.")
    String dangerText();

    @Override
    @Message("If nobody at home may know (how to stay safe)")
    String safetyLink();

    @Override
    @Message("Before you start")
    String safetyTitle();

    @Override
    @Message("The button at the top changes to a page about the weather. On a keyboard, press Shift three times.")
    String safetyExit();

    @Override
    @Message("The history of your browser is not deleted: please delete it yourself.")
    String safetyHistory();

    @Override
    @Message("What you have written is gone when you close the page.")
    String safetyKept();

    @Override
    @Message("On a shared device, use a private window.")
    String safetyShared();

    @Override
    @Message("Start")
    String begin();

    @Override
    @Message("Important: about pictures")
    String imageTitle();

    @Override
    @Message("Please do not send nude pictures or videos of anybody under 18. It is not your fault. The URL is enough.")
    String imageText();

    @Override
    @Message("Having or sending such a picture can itself be against the law.")
    String imageUrl();

    @Override
    @Message("What happened?")
    String what();

    @Override
    @Message("A few words are enough. Up to 10,000 characters.")
    String whatHint();

    @Override
    @Message("Where (URL)")
    String where();

    @Override
    @Message("Paste as many as you like, or leave it empty.")
    String whereHint();

    @Override
    @Message("Are you, or is somebody, in danger now?")
    String danger();

    @Override
    @Message("What would you like to happen?")
    String wish();

    @Override
    @Message("Who are you?")
    String who();

    @Override
    @Message("Age of the person harmed")
    String age();

    @Override
    @Message("We ask so that we can answer in words that fit.")
    String ageHint();

    @Override
    @Message("What fits (any number)")
    String kind();

    @Override
    @Message("What shall we call you?")
    String callName();

    @Override
    @Message("It need not be your real name.")
    String callNameHint();

    @Override
    @Message("Mail address for a notice")
    String mail();

    @Override
    @Message("Not needed. The mail says nothing about the consultation.")
    String mailHint();

    @Override
    @Message("Prefecture")
    String prefecture();

    @Override
    @Message("Counsellors and legal advisers read it. Before we tell any other agency, we ask you again.")
    String promise();

    @Override
    @Message("Go on to check")
    String toCheck();

    @Override
    @Message("Please check before sending")
    String checkTitle();

    @Override
    @Message("Write down your confirmation code")
    String codeTitle();

    @Override
    @Message(
            "You need it to read the answer. It can be shown only here and on the next page. It looks like a telephone number, so a note of it does not stand out.")
    String codeText();

    @Override
    @Message("Send")
    String send();

    @Override
    @Message("Change")
    String change();

    @Override
    @Message("We have received your consultation")
    String receiptTitle();

    @Override
    @Message("Receipt")
    String receiptHeading();

    @Override
    @Message("Received:")
    String receivedAt();

    @Override
    @Message("Receipt number")
    String receiptNumber();

    @Override
    @Message("Confirmation code")
    String code();

    @Override
    @Message("The confirmation code cannot be shown again. Without it you cannot read the answer.")
    String codeOnce();

    @Override
    @Message("What happens next")
    String next();

    @Override
    @Message("A counsellor reads it at once. Do not wait: call 110 too.")
    String nextEmergency();

    @Override
    @Message("A counsellor reads it (usually within three working days).")
    String nextNormal();

    @Override
    @Message("The answer comes to your mailbox here.")
    String nextBox();

    @Override
    @Message("Read the answer")
    String toBox();

    @Override
    @Message("Finish")
    String finish();
}
