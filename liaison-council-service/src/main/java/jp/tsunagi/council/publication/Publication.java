package jp.tsunagi.council.topic;

import java.time.Instant;
import jp.tsunagi.council.membership.Standing;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * Who may read a topic, and from when. A circle only grows: what people have read cannot be taken back.
 *
 * @param embargoUntil nothing of it shows before this instant; null when it shows at once
 * @param publishedAt when the secretariat published it; null while it is internal
 * @param announced whether the world was told (at once, or when the embargo ended)
 */
record Publication(Visibility visibility, Instant embargoUntil, Instant publishedAt, boolean announced) {

    static Publication internal() {
        return new Publication(Visibility.INTERNAL, null, null, false);
    }

    boolean isPublished() {
        return visibility != Visibility.INTERNAL;
    }

    boolean isReadableBy(Standing reader, Instant now) {
        boolean released = embargoUntil == null || !now.isBefore(embargoUntil);
        return reader == Standing.SECRETARIAT || (released && visibility.includes(reader));
    }

    Publication publish(Visibility to, Instant embargo, TopicStatus status, Instant now) {
        if (status == TopicStatus.DECLINED || status == TopicStatus.WITHDRAWN) {
            throw new Refusal(
                    Kind.CONFLICT,
                    "topic-not-publishable",
                    "「" + status.ja() + "」のテーマは公開できません。",
                    "A " + status.wire() + " topic is not published.");
        }
        if (!to.isWiderThan(visibility)) {
            throw new Refusal(
                            Kind.CONFLICT,
                            "topic-already-published",
                            "すでに「" + visibility.label("ja") + "」読めるようになっています。公開の範囲はせばめられません。",
                            "It is already readable by: " + visibility.label("en") + ". The circle only grows.")
                    .with("visibility", visibility.wire());
        }
        if (embargo == null) {
            return new Publication(to, null, now, true);
        }
        if (isPublished()) {
            String ja = "すでに読んでいる人がいるため、公開の日時は指定できません。";
            String en = "People already read it: a release time is not possible any more.";
            throw new Refusal(Kind.CONFLICT, "embargo-too-late", ja, en)
                    .at("/embargoUntil", "embargo-too-late", ja, en);
        }
        if (!embargo.isAfter(now)) {
            String ja = "公開の日時は、いまより後にしてください。すぐ公開するときは空にしてください。";
            String en = "The release time must be in the future; leave it empty to publish now.";
            throw new Refusal(Kind.INVALID, "embargo-past", ja, en).at("/embargoUntil", "embargo-past", ja, en);
        }
        return new Publication(to, embargo, now, false);
    }

    boolean isDue(Instant now) {
        return isPublished() && !announced && !now.isBefore(embargoUntil);
    }

    Publication announce() {
        return new Publication(visibility, embargoUntil, publishedAt, true);
    }
}
