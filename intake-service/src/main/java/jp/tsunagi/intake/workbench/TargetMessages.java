package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import jp.tsunagi.intake.removal.AnswerResult;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.removal.RequestStatus;

/** Texts of the places of a case. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "target", locale = "ja")
public interface TargetMessages {

    @Message
    String title();

    @Message
    String open();

    @Message
    String all(int count);

    @Message
    String addTitle();

    @Message
    String addLabel();

    @Message
    String addHint();

    @Message
    String add();

    @Message
    String typed();

    @Message
    String shortened();

    @Message
    String namedBy();

    @Message
    String namedByConsulter();

    @Message
    String unknownProvider();

    @Message
    String terms();

    @Message
    String termsUnknown();

    @Message
    String forms();

    @Message
    String related();

    @Message
    String noRelated();

    @Message
    String requests();

    @Message
    String noRequest();

    @Message
    String askTitle();

    @Message
    String askText();

    @Message
    String form();

    @Message
    String requestForm(RequestForm code);

    @Message
    String askedOn();

    @Message
    String dayHint();

    @Message
    String ask();

    @Message
    String answerTitle();

    @Message
    String answerText();

    @Message
    String whichRequest();

    @Message
    String requestLine(String day, String form);

    @Message
    String result();

    @Message
    String answerResult(AnswerResult code);

    @Message
    String answeredOn();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String answer();

    @Message
    String status(RequestStatus code);

    @Message
    String recordedBy(String name);

    @Message
    String recordedByConsulter();

    @Message
    String logs(String day);

    @Message
    String logsHint();

    @Message
    String postedOn();

    @Message
    String reported(String what, String where);

    @Message
    String told(String what, String where);

    @Message
    String backToCase();
}
