package jp.tsunagi.council.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.tsunagi.council.membership.Standing;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** All topics: finding them, and changing one together with its trail and its announcement. */
@ApplicationScoped
class Topics {

    /** No identifier sorts after this one. */
    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager records;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Topics(EntityManager records, Outbox outbox, Audit audit, Clock clock) {
        this.records = records;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    StoredTopic add(Topic proposed, Actor by) {
        var row = new TopicRow();
        row.store(proposed);
        row.store(Publication.internal());
        row.changedByAgency = by.agency();
        row.changedAt = clock.instant();
        records.persist(row);
        records.flush();
        audit.record(by, "topic.propose", "topic/" + row.id, null);
        return StoredTopic.of(row);
    }

    /** The topic if this reader may see it; a hidden one and one that does not exist answer alike. */
    StoredTopic get(UUID id, Reader reader) {
        TopicRow row = records.find(TopicRow.class, id);
        if (row == null || !reader.mayRead(row.publication(), row.proposerAgency, clock.instant())) {
            throw new Refusal(Kind.NOT_FOUND, "topic-unknown", "テーマが見つかりません。", "There is no such topic.");
        }
        return StoredTopic.of(row);
    }

    /** Newest first, one more than asked for. */
    List<StoredTopic> newest(Reader reader, UUID before, int size) {
        return records.createQuery("""
                        select t from TopicRow t
                        where t.id < :before
                          and (:all = true
                            or t.proposerAgency = :own
                            or (t.visibility in :circles and (t.embargoUntil is null or t.embargoUntil <= :now)))
                        order by t.id desc""", TopicRow.class)
                .setParameter("before", before == null ? LAST : before)
                .setParameter("all", reader.standing() == Standing.SECRETARIAT)
                .setParameter("own", reader.proposesFor())
                .setParameter("circles", reader.circles())
                .setParameter("now", clock.instant())
                .setMaxResults(size + 1)
                .getResultStream()
                .map(StoredTopic::of)
                .toList();
    }

    /** The only way to change a topic: compare the version, apply, store, write the trail, announce. */
    StoredTopic change(Decision decision, BiConsumer<TopicRow, Instant> change) {
        TopicRow row = records.find(TopicRow.class, decision.topic(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new Refusal(Kind.NOT_FOUND, "topic-unknown", "テーマが見つかりません。", "There is no such topic.");
        }
        if (row.version != decision.version()) {
            throw Version.stale(row.version)
                    .with("changedByAgency", row.changedByAgency)
                    .with("changedAt", row.changedAt.toString());
        }
        Instant now = clock.instant();
        boolean wasAnnounced = row.announced;
        Visibility circle = row.visibility;
        change.accept(row, now);
        row.changedByAgency = decision.by().agency();
        row.changedAt = now;
        records.flush();
        audit.record(decision.by(), "topic." + decision.action(), "topic/" + row.id, null);
        if (row.announced && (!wasAnnounced || row.visibility != circle)) {
            outbox.append(new Event(
                    TopicEvent.TOPIC,
                    TopicEvent.PUBLISHED,
                    TopicEvent.AGGREGATE,
                    row.id.toString(),
                    row.version,
                    TopicEvent.published(row.topic(), row.publication(), row.version, now)));
        }
        return StoredTopic.of(row);
    }

    /** Topics whose embargo has ended and which nobody has been told about yet. */
    List<StoredTopic> due(Instant now) {
        return records.createQuery(
                        "from TopicRow t where t.announced = false and t.embargoUntil <= :now", TopicRow.class)
                .setParameter("now", now)
                .getResultStream()
                .map(StoredTopic::of)
                .toList();
    }

    /** Who decides what on which version of a topic. */
    record Decision(UUID topic, long version, Actor by, String action) {}
}
