package jp.tsunagi.council.topic;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A topic as the pages show it, in the reader's language where the words are ours. */
@TemplateData
record TopicCard(
        String id,
        String title,
        String body,
        String proposerAgency,
        String status,
        String tone,
        String readers,
        boolean published,
        boolean widest,
        Instant publishedAt,
        Instant embargoUntil,
        LocalDate meetingOn,
        String note,
        long version) {

    static TopicCard of(StoredTopic stored, String lang) {
        var row = new TopicRow();
        row.store(stored.topic());
        Publication publication = stored.publication();
        return new TopicCard(
                row.id.toString(),
                row.title,
                row.body,
                row.proposerAgency,
                row.status.label(lang),
                tone(row.status),
                publication.visibility().label(lang),
                publication.isPublished(),
                publication.visibility() == Visibility.PUBLIC,
                publication.publishedAt(),
                publication.embargoUntil(),
                row.meetingOn,
                row.note,
                stored.version());
    }

    public List<String> paragraphs() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String tone(TopicStatus status) {
        return switch (status) {
            case PROPOSED, ADOPTED, SCHEDULED, DISCUSSED, CARRIED_OVER -> "active";
            case DECIDED, CLOSED -> "good";
            case DECLINED, WITHDRAWN -> "plain";
        };
    }
}
