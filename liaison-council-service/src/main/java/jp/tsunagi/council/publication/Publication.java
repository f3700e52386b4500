package jp.tsunagi.council.publication;

import java.time.Instant;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who may read a topic, and from when. A circle only grows; a text that must not be read any more is taken down for
 * everybody.
 *
 * @param embargoUntil nothing of the topic shows before this instant; null when it shows at once
 * @param publishedAt when the secretariat published the topic; null while it is internal
 * @param announced whether the other services were told, which happens at once or when the embargo ends
 * @param takenDown when it was taken down last; null when it never was
 */
public record Publication(
        Visibility visibility,
        @Nullable Instant embargoUntil,
        @Nullable Instant publishedAt,
        boolean announced,
        @Nullable TakeDown takenDown) {

    public Publication(
            Visibility visibility, @Nullable Instant embargoUntil, @Nullable Instant publishedAt, boolean announced) {
        this(visibility, embargoUntil, publishedAt, announced, null);
    }

    public static Publication internal() {
        return new Publication(Visibility.INTERNAL, null, null, false);
    }

    public boolean isPublished() {
        return visibility != Visibility.INTERNAL;
    }

    /** True while readers find nothing but the reason. */
    public boolean isWithheld() {
        return takenDown != null && takenDown.restoredAt() == null;
    }

    public boolean isReadableBy(CouncilRole reader, Instant now) {
        boolean released = embargoUntil == null || !now.isBefore(embargoUntil);
        return reader == CouncilRole.SECRETARIAT || (released && visibility.includes(reader));
    }

    public Publication publish(Visibility to, @Nullable Instant embargo, Instant now) {
        if (isWithheld()) {
            throw new Refusal(CouncilProblem.TOPIC_ALREADY_TAKEN_DOWN);
        }
        if (!to.isWiderThan(visibility)) {
            throw new Refusal(CouncilProblem.TOPIC_ALREADY_PUBLISHED).with("visibility", visibility.code());
        }
        if (embargo == null) {
            return new Publication(to, null, now, true, takenDown);
        }
        if (isPublished()) {
            throw new Refusal(CouncilProblem.EMBARGO_TOO_LATE).at("/embargoUntil");
        }
        if (!embargo.isAfter(now)) {
            throw new Refusal(CouncilProblem.EMBARGO_PAST).at("/embargoUntil");
        }
        return new Publication(to, embargo, now, false, takenDown);
    }

    public Publication announce() {
        return new Publication(visibility, embargoUntil, publishedAt, true, takenDown);
    }

    public Publication takeDown(TakeDownReason reason, String by, Instant now) {
        if (!isPublished()) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_PUBLISHED);
        }
        if (isWithheld()) {
            throw new Refusal(CouncilProblem.TOPIC_ALREADY_TAKEN_DOWN);
        }
        return new Publication(visibility, embargoUntil, publishedAt, announced, new TakeDown(reason, by, now, null));
    }

    /** The same with a corrected text, which can be read although the one before was taken down. */
    public Publication corrected(Instant now) {
        return new Publication(
                visibility, embargoUntil, publishedAt, announced, takenDown == null ? null : takenDown.restored(now));
    }

    /** Returns true when the other services must hear of the change from {@code before} to this. */
    public boolean isNewsAfter(Publication before) {
        return announced && (!before.announced || visibility != before.visibility);
    }
}
