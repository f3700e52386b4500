package jp.tsunagi.intake.removal;

import jakarta.persistence.EnumeratedValue;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;

/** What a provider answered, or how a request ended without an answer. */
public enum AnswerResult implements Coded {
    REMOVED,
    /** Removed, made invisible or changed in part. */
    PARTLY_REMOVED,
    REFUSED,
    /** The provider said that it needs longer (Act on information distribution platforms, article 26 (2), as of 2026-11). */
    EXTENDED,
    /** What identifies the sender was disclosed. */
    DISCLOSED,
    /** Nobody answered, and nobody waits any more. */
    NO_ANSWER,
    /** The request was never made, or is recorded elsewhere. */
    ENTERED_IN_ERROR;

    private static final Set<AnswerResult> OF_REMOVAL =
            EnumSet.of(REMOVED, PARTLY_REMOVED, REFUSED, EXTENDED, NO_ANSWER, ENTERED_IN_ERROR);
    private static final Set<AnswerResult> OF_DISCLOSURE =
            EnumSet.of(DISCLOSED, REFUSED, EXTENDED, NO_ANSWER, ENTERED_IN_ERROR);

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }

    /** What can come of such a request. */
    public static Set<AnswerResult> of(RequestForm form) {
        return form == RequestForm.DISCLOSURE ? OF_DISCLOSURE : OF_REMOVAL;
    }
}
