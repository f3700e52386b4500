package jp.tsunagi.referral.directory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the public directory's pages. Must be public: Qute generates the implementation in another class loader. */
@MessageBundle(value = "directory", locale = "ja")
public interface DirectoryMessages {

    @Message
    String directoryTitle();

    @Message
    String directoryLead();

    @Message
    String desk();

    @Message
    String agency();

    @Message
    String scope();

    @Message
    String refuses();

    @Message
    String channels();

    @Message
    String hours();

    @Message
    String phone();

    @Message
    String asOf();

    @Message
    String source();

    @Message
    String conditions();

    @Message
    String accepting();

    @Message
    String acceptingYes();

    @Message
    String acceptingNo();

    @Message
    String modes();

    @Message
    String required();

    @Message
    String wanted();

    @Message
    String refused();

    @Message
    String toDirectory();

    @Message
    String toHelp();

    @Message
    String agencyChoice();

    @Message
    String agencyChoiceLead();
}
