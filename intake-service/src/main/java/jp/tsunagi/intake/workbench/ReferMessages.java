package jp.tsunagi.intake.workbench;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of handing over in steps. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "refer", locale = "ja")
public interface ReferMessages {

    @Message
    String chooseTitle();

    @Message
    String deskTitle();

    @Message
    String steps();

    @Message
    String order();

    @Message
    String impossible();

    @Message
    String refuses();

    @Message
    String otherDesk();

    @Message
    String noConsentYet();

    @Message
    String cannotSend();

    @Message
    String change();

    @Message
    String toDesks();

    /** Beside a desk that is open. */
    @Message
    String until(String moment);

    /** Beside a desk that is closed. */
    @Message
    String from(String moment);

    @Message
    String why(RankedDesk.Why code);

    @Message
    String pointsToSomebody();

    @Message
    String mask();

    @Message
    String narrativePoints();
}
