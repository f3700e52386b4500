package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/**
 * Why personal data may be passed to another agency, as the Act on the Protection of Personal Information
 * (Act No. 57 of 2003) lists it. Article 27 binds private bodies, Article 69 public ones.
 *
 * <p>The text is as read on 2026-11-01; a reform outline was published in January 2026 and is not reflected.
 */
public enum Ground implements Coded {
    CONSENT("consent", Holder.ANY),
    LAW("27-1-i", Holder.PRIVATE),
    LIFE("27-1-ii", Holder.PRIVATE),
    CHILDREN("27-1-iii", Holder.PRIVATE),
    COOPERATION("27-1-iv", Holder.PRIVATE),
    RESEARCH_RESULTS("27-1-v", Holder.PRIVATE),
    RESEARCH_PROVISION("27-1-vi", Holder.PRIVATE),
    RESEARCH_RECEIPT("27-1-vii", Holder.PRIVATE),
    PUBLIC_LAW("69-1", Holder.PUBLIC),
    PUBLIC_CONSENT("69-2-i", Holder.PUBLIC),
    PUBLIC_BODY("69-2-iii", Holder.PUBLIC),
    PERSONS_BENEFIT("69-2-iv", Holder.PUBLIC);

    /** Which kind of body may rely on a ground: Chapter 4 (private) or Chapter 5 (public) of the Act. */
    private enum Holder {
        ANY,
        PRIVATE,
        PUBLIC
    }

    private final Holder holder;

    @EnumeratedValue
    private final String code;

    Ground(String code, Holder holder) {
        this.code = code;
        this.holder = holder;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean isConsent() {
        return this == CONSENT || this == PUBLIC_CONSENT;
    }

    /** A body under Article 16(2) cannot use the exceptions of Article 27, nor a private one those of Article 69. */
    public boolean isFor(boolean publicBody) {
        return holder == Holder.ANY || publicBody == (holder == Holder.PUBLIC);
    }
}
