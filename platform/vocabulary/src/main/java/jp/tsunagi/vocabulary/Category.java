package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** Kind of harm; one consultation often has several. */
public enum Category implements Coded {
    DEFAMATION,
    INSULT,
    PRIVACY,
    DOXXING,
    PORTRAIT,
    IMPERSONATION,
    BULLYING,
    NCII,
    CSAM,
    SEXTORTION,
    OBSCENITY,
    THREAT,
    STALKING,
    SUICIDE_RISK,
    SUICIDE_INDUCEMENT,
    HATE_SPEECH,
    COPYRIGHT,
    TRADEMARK,
    FRAUD,
    PHISHING,
    UNAUTHORIZED_ACCESS,
    ILLEGAL_DRUGS,
    YAMI_BAITO,
    ACCOUNT_TRADE,
    WEAPONS,
    ILLEGAL_GAMBLING,
    LOAN_SHARK,
    DATA_LEAK,
    BUSINESS_REVIEW,
    DISCLOSURE_NOTICE_RECEIVED,
    ELECTION,
    OTHER,
    OUT_OF_SCOPE;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
