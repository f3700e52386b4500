package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of harm it is; one consultation often has several. */
public enum Category {
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

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Category> of(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code().equals(code))
                .findAny();
    }
}
