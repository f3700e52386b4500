package jp.tsunagi.intake.publicform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.submission.Danger;

/** Texts of the public form. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "consult", locale = "ja")
public interface ConsultMessages {

    @Message
    String lead();

    @Message
    String dangerTitle();

    @Message
    String dangerText();

    @Message
    String safetyLink();

    @Message
    String safetyTitle();

    @Message
    String safetyExit();

    @Message
    String safetyHistory();

    @Message
    String safetyKept();

    @Message
    String safetyNoScript();

    @Message
    String safetyShared();

    @Message
    String begin();

    @Message
    String imageTitle();

    @Message
    String imageText();

    @Message
    String imageUrl();

    @Message
    String what();

    @Message
    String whatHint();

    @Message
    String where();

    @Message
    String whereHint();

    @Message
    String danger();

    @Message
    String wish();

    @Message
    String who();

    @Message
    String age();

    @Message
    String ageHint();

    @Message
    String kind();

    @Message
    String callName();

    @Message
    String callNameHint();

    @Message
    String mail();

    @Message
    String mailHint();

    @Message
    String prefecture();

    @Message
    String promise();

    @Message
    String toCheck();

    @Message
    String checkTitle();

    @Message
    String codeTitle();

    @Message
    String codeText();

    @Message
    String send();

    @Message
    String receiptTitle();

    @Message
    String receiptHeading();

    @Message
    String receivedAt();

    @Message
    String receiptNumber();

    @Message
    String code();

    @Message
    String codeOnce();

    @Message
    String next();

    @Message
    String afterEmergency();

    @Message
    String afterNormal();

    @Message
    String afterBox();

    @Message
    String toBox();

    @Message
    String finish();

    @Message
    String after();

    @Message
    String kindHint();

    @Message
    String answer();

    @Message
    String answerHint();

    @Message
    String back();

    @Message
    String skip();

    @Message
    String unanswer();

    @Message
    String notSent();

    @Message
    String restored();

    @Message
    String forget();

    @Message
    String goOn();

    @Message
    String lostTitle();

    @Message
    String lostText();

    @Message
    String checkText();

    @Message
    String unanswered();

    @Message
    String print();

    @Message
    String dangerAnswer(Danger code);

    @Message
    String way(int count);

    @Message
    String stepTitle(ConsultStep step);

    @Message
    String signTitle(DangerSign sign);

    @Message
    String signText(DangerSign sign);
}
