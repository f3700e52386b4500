package jp.tsunagi.intake.provider;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;

/** What the terms of a service forbid, in the words by which its report form asks. */
public enum TermsCategory implements Coded {
    HARASSMENT,
    DEFAMATION,
    PRIVACY,
    DOXXING,
    PORTRAIT,
    /** Intimate images without consent. */
    NCII,
    IMPERSONATION,
    /** Copyright and other intellectual property. */
    IP,
    MINORS,
    THREAT,
    HATE,
    SELF_HARM,
    OBSCENE,
    ILLEGAL,
    SPAM,
    PHISHING;

    @Override
    public String code() {
        return Coded.kebab(name());
    }

    /** Under which of them such a harm can be reported. */
    public static Set<TermsCategory> of(List<Category> categories) {
        return categories.stream().flatMap(TermsCategory::of).collect(Collectors.toSet());
    }

    private static Stream<TermsCategory> of(Category category) {
        return switch (category) {
            case DEFAMATION, BUSINESS_REVIEW -> Stream.of(DEFAMATION, HARASSMENT);
            case INSULT, BULLYING -> Stream.of(HARASSMENT);
            case PRIVACY, DATA_LEAK -> Stream.of(PRIVACY);
            case DOXXING -> Stream.of(DOXXING, PRIVACY);
            case PORTRAIT -> Stream.of(PORTRAIT, PRIVACY);
            case IMPERSONATION -> Stream.of(IMPERSONATION);
            case NCII -> Stream.of(NCII, PRIVACY);
            case CSAM -> Stream.of(MINORS, NCII);
            case SEXTORTION -> Stream.of(NCII, THREAT);
            case OBSCENITY -> Stream.of(OBSCENE);
            case THREAT, STALKING -> Stream.of(THREAT, HARASSMENT);
            case SUICIDE_RISK, SUICIDE_INDUCEMENT -> Stream.of(SELF_HARM);
            case HATE_SPEECH -> Stream.of(HATE);
            case COPYRIGHT, TRADEMARK -> Stream.of(IP);
            case FRAUD -> Stream.of(SPAM, ILLEGAL);
            case PHISHING, UNAUTHORIZED_ACCESS -> Stream.of(PHISHING, SPAM);
            case ILLEGAL_DRUGS, YAMI_BAITO, ACCOUNT_TRADE, WEAPONS, ILLEGAL_GAMBLING, LOAN_SHARK -> Stream.of(ILLEGAL);
            case ELECTION, DISCLOSURE_NOTICE_RECEIVED, OTHER, OUT_OF_SCOPE -> Stream.empty();
        };
    }
}
