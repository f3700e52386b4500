package jp.tsunagi.council.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.publication.Approval;
import jp.tsunagi.council.publication.Approvals;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** All topics: finding them, and changing one together with its audit entry and its event. */
@ApplicationScoped
public class Topics {

    /** No identifier sorts after this one. */
    private static final UUID LAST = new UUID(-1, -1);

    private final TopicRows rows;
    private final Approvals approvals;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Topics(TopicRows rows, Approvals approvals, Outbox outbox, Audit audit, Clock clock) {
        this.rows = rows;
        this.approvals = approvals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Stored<Topic> add(Topic topic, Actor by, Instant now) {
        var row = new TopicRow();
        row.store(topic, by, now);
        rows.persistAndFlush(row);
        audit.record(by, "topic.propose", "topic/" + row.id, null);
        return row.stored();
    }

    /** The topic if this reader may see it; a hidden one and one that does not exist answer alike. */
    public Stored<Topic> get(UUID id, TopicReader reader) {
        Instant now = clock.instant();
        return rows.findByIdOptional(id)
                .map(TopicRow::stored)
                .filter(stored -> reader.mayRead(
                        stored.value().publication(), stored.value().proposal().proposerAgency(), now))
                .orElseThrow(() -> new Refusal(CouncilProblem.TOPIC_NOT_FOUND));
    }

    /** Topics older than {@code before} (null for all), newest first, one more than asked for. */
    public List<Stored<Topic>> findNewest(TopicReader reader, @Nullable UUID before, int size) {
        return rows.findNewest(reader, before == null ? LAST : before, size + 1, clock.instant()).stream()
                .map(TopicRow::stored)
                .toList();
    }

    List<Stored<Topic>> findUnannounced(Instant now) {
        return rows.findUnannounced(now).stream().map(TopicRow::stored).toList();
    }

    /** The only way to change a topic: compares the version, decides, stores, audits, announces. */
    Stored<Topic> change(UUID id, long expectedVersion, TopicCommand command, Actor by, Instant now) {
        TopicRow row = rows.findLocked(id).orElseThrow(() -> new Refusal(CouncilProblem.TOPIC_NOT_FOUND));
        if (row.version != expectedVersion) {
            throw Version.stale(row.version)
                    .with("changedBy", row.changedByAgency)
                    .with("changedAt", row.changedAt.toString());
        }
        Topic before = row.topic();
        Topic after = before.on(command, by, now);
        row.store(after, by, now);
        rows.flush();
        audit.record(by, "topic." + command.name().code(), "topic/" + id, null);
        if (command instanceof TopicCommand.Publish publish) {
            approvals.add(approval(before, publish, row.version, by, now));
        }
        if (after.publication().isNewsAfter(before.publication())) {
            outbox.append(TopicEvent.published(after, row.version, now));
        }
        return row.stored();
    }

    private static Approval approval(Topic topic, TopicCommand.Publish publish, long version, Actor by, Instant now) {
        Topic.Text text = topic.proposal().text();
        return new Approval(
                topic.proposal().id(),
                version,
                text.title(),
                text.body(),
                TopicFields.of(topic.state()).note(),
                topic.review(),
                topic.review().requestFor(by),
                publish.acknowledged(),
                by.id(),
                now);
    }
}
