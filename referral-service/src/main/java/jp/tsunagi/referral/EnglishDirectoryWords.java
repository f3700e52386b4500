package jp.tsunagi.referral;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link DirectoryWords} in English. */
@Localized("en")
public interface EnglishDirectoryWords extends DirectoryWords {

    @Override
    @Message("Desks")
    String directoryTitle();

    @Override
    @Message("Where to ask for help. Numbers and hours may change.")
    String directoryLead();

    @Override
    @Message("Desk")
    String desk();

    @Override
    @Message("Agency")
    String agency();

    @Override
    @Message("Takes")
    String scope();

    @Override
    @Message("Does not take")
    String refuses();

    @Override
    @Message("How to reach it")
    String channels();

    @Override
    @Message("Hours")
    String hours();

    @Override
    @Message("Telephone")
    String phone();

    @Override
    @Message("As of")
    String asOf();

    @Override
    @Message("Source")
    String source();

    @Override
    @Message("Not verified")
    String unverified();

    @Override
    @Message("Conditions")
    String conditions();

    @Override
    @Message("Referrals")
    String accepting();

    @Override
    @Message("Accepted")
    String acceptingYes();

    @Override
    @Message("Not accepted")
    String acceptingNo();

    @Override
    @Message("Ways of referral")
    String modes();

    @Override
    @Message("Required")
    String required();

    @Override
    @Message("Wanted")
    String wanted();

    @Override
    @Message("Must not be given")
    String refused();

    @Override
    @Message("Back to the desks")
    String toDirectory();
}
