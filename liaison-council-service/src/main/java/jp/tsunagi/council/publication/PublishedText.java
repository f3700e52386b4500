package jp.tsunagi.council.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.council.membership.CouncilRole;
import org.jspecify.annotations.Nullable;

/**
 * A text that a topic was published with. A correction begins the next one; a wider circle does not.
 *
 * @param number from one
 * @param note the decision or reason that was published with it last; null for none
 * @param reason what was wrong with the one before; null for the first
 * @param approvedAt when it was approved first
 * @param replacedAt when the next one was approved; null for the present text
 * @param circles who was to read it, each from when
 */
public record PublishedText(
        int number,
        String title,
        String body,
        @Nullable String note,
        @Nullable String reason,
        Instant approvedAt,
        @Nullable Instant replacedAt,
        List<Circle> circles) {

    /** A circle of readers and the moment from which they could read. */
    public record Circle(Visibility visibility, Instant from) {}

    public PublishedText {
        circles = List.copyOf(circles);
    }

    static List<PublishedText> of(List<ApprovalRow> approvals) {
        List<PublishedText> texts = new ArrayList<>();
        for (ApprovalRow row : approvals) {
            var circle = new Circle(row.visibility, row.embargoUntil == null ? row.approvedAt : row.embargoUntil);
            if (texts.isEmpty()) {
                texts.add(first(row, circle));
            } else if (row.reason == null) {
                texts.add(texts.removeLast().widened(row.note, circle));
            } else {
                PublishedText before = texts.removeLast();
                texts.add(before.replaced(row.approvedAt));
                texts.add(new PublishedText(
                        texts.size() + 1,
                        row.title,
                        row.body,
                        row.note == null ? before.note : row.note,
                        row.reason,
                        row.approvedAt,
                        null,
                        List.of(circle)));
            }
        }
        return texts;
    }

    private static PublishedText first(ApprovalRow row, Circle circle) {
        return new PublishedText(1, row.title, row.body, row.note, row.reason, row.approvedAt, null, List.of(circle));
    }

    private PublishedText widened(@Nullable String approved, Circle circle) {
        List<Circle> all = new ArrayList<>(circles);
        all.add(circle);
        return new PublishedText(number, title, body, approved, reason, approvedAt, replacedAt, all);
    }

    private PublishedText replaced(Instant at) {
        return new PublishedText(number, title, body, note, reason, approvedAt, at, circles);
    }

    /** True for a reader who could read it while it stood, unless the topic was taken down since. */
    boolean isReadableBy(CouncilRole reader, Publication publication, Instant now) {
        TakeDown takenDown = publication.takenDown();
        boolean isHidden = takenDown != null && !approvedAt.isAfter(takenDown.at());
        Instant end = replacedAt == null || replacedAt.isAfter(now) ? now : replacedAt;
        return !isHidden
                && circles.stream()
                        .anyMatch(circle -> circle.visibility().includes(reader)
                                && !circle.from().isAfter(end));
    }
}
