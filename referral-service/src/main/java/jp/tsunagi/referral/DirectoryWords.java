package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the public directory say. Public because the class written for it is loaded elsewhere. */
@MessageBundle(value = "directory", locale = "ja")
public interface DirectoryWords {

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
    String unverified();

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
}
