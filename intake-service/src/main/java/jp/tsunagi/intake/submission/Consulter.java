package jp.tsunagi.intake.submission;

import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.ConsulterType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who consults, as far as they say.
 *
 * @param callName how to address them, empty when not said; need not be a real name
 * @param prefecture where they live, empty when not said
 */
public record Consulter(
        ConsulterType type,
        AgeBand ageBand,
        @Schema(maxLength = Submission.MAX_NAME) String callName,
        @Schema(maxLength = Submission.MAX_NAME) String prefecture) {

    /** Somebody who says nothing about themselves. */
    public static final Consulter UNKNOWN = new Consulter(null, null, null, null);

    public Consulter(
            @Nullable ConsulterType type,
            @Nullable AgeBand ageBand,
            @Nullable String callName,
            @Nullable String prefecture) {
        this.type = type == null ? ConsulterType.UNANSWERED : type;
        this.ageBand = ageBand == null ? AgeBand.UNANSWERED : ageBand;
        this.callName = callName == null ? "" : callName;
        this.prefecture = prefecture == null ? "" : prefecture;
    }
}
