package jp.tsunagi.council.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was published, word for word, and who answers for it.
 *
 * @param topicVersion the version that the topic reached by it
 * @param review who wrote it and who asked, as it stood before
 * @param reason what was wrong with the text before; null for what is no correction
 * @param acknowledged keys of the findings that the second person looked at and let pass
 */
public record Approval(
        UUID topic,
        long topicVersion,
        String title,
        String body,
        @Nullable String note,
        @Nullable String reason,
        Review review,
        Review.Request request,
        List<String> acknowledged,
        String approvedBy,
        Instant approvedAt) {

    public Approval {
        acknowledged = List.copyOf(acknowledged);
    }
}
