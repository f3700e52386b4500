package jp.tsunagi.council.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.publication.Approval;
import jp.tsunagi.council.publication.Approvals;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.PublishedText;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.TakeDown;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Event;
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

    /**
     * The topic if this reader may see it; a hidden one and one that does not exist answer alike. One that was taken down
     * is refused with the reason, except to those who work on it.
     */
    public Stored<Topic> get(UUID id, TopicReader reader) {
        Stored<Topic> stored = find(id, reader);
        TakeDown takenDown = stored.value().publication().takenDown();
        if (takenDown != null
                && stored.value().publication().isWithheld()
                && !reader.worksOn(stored.value().proposal().proposerAgency())) {
            throw new Refusal(CouncilProblem.TOPIC_TAKEN_DOWN)
                    .with("reason", takenDown.reason().code())
                    .with("takenDownAt", takenDown.at().toString());
        }
        return stored;
    }

    /** Every text with which the topic was published and that this reader may read, oldest first. */
    public List<PublishedText> texts(Stored<Topic> stored, TopicReader reader) {
        Topic topic = stored.value();
        Instant now = clock.instant();
        return approvals.texts(topic.proposal().id()).stream()
                .filter(text -> reader.mayRead(
                        text, topic.publication(), topic.proposal().proposerAgency(), now))
                .toList();
    }

    /** When and why a topic was taken down, for whoever could read it before; empty for those who still read it. */
    public Optional<TakeDown> findTakenDown(UUID id, TopicReader reader) {
        Topic topic = find(id, reader).value();
        return topic.publication().isWithheld()
                        && !reader.worksOn(topic.proposal().proposerAgency())
                ? Optional.ofNullable(topic.publication().takenDown())
                : Optional.empty();
    }

    private Stored<Topic> find(UUID id, TopicReader reader) {
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

    /** The newest topics of which the council has decided something and that this reader may see. */
    public List<Topic> findDecided(TopicReader reader) {
        return readable(rows.findDecided(CursorPage.MAX_SIZE), reader).toList();
    }

    /** Names of topics; without those that this reader may not see. */
    public Map<UUID, String> findTitles(Collection<UUID> ids, TopicReader reader) {
        return readable(rows.findAll(ids), reader)
                .collect(Collectors.toMap(
                        topic -> topic.proposal().id(),
                        topic -> topic.proposal().text().title()));
    }

    private Stream<Topic> readable(List<TopicRow> found, TopicReader reader) {
        Instant now = clock.instant();
        return found.stream()
                .map(TopicRow::topic)
                .filter(topic ->
                        reader.mayRead(topic.publication(), topic.proposal().proposerAgency(), now));
    }

    List<Stored<Topic>> findUnannounced(Instant now) {
        return rows.findUnannounced(now).stream().map(TopicRow::stored).toList();
    }

    /** The only way to change a topic: compares the version, decides, stores, audits, announces. */
    Stored<Topic> change(UUID id, long expectedVersion, TopicCommand command, Actor by, Instant now) {
        TopicRow row = rows.findLocked(id).orElseThrow(() -> new Refusal(CouncilProblem.TOPIC_NOT_FOUND));
        if (row.version != expectedVersion) {
            throw Version.stale(row.version, row.changedByAgency, row.changedAt);
        }
        Topic before = row.topic();
        Topic after = before.on(command, by, now);
        row.store(after, by, now);
        rows.flush();
        audit.record(by, "topic." + command.name().code(), "topic/" + id, null);
        if (command instanceof TopicCommand.Publish publish) {
            approvals.add(approval(before, publish, row.version, by, now));
        }
        if (command instanceof TopicCommand.PublishCorrection publish) {
            approvals.add(correction(before, publish, row.version, by, now));
        }
        news(before, after, command, row.version, now).ifPresent(outbox::append);
        return row.stored();
    }

    /** What the other services hear. Of what they were never told they hear neither correction nor end. */
    private static Optional<Event> news(Topic before, Topic after, TopicCommand command, long version, Instant now) {
        if (after.publication().isNewsAfter(before.publication())) {
            return Optional.of(TopicEvent.published(after, version, now));
        }
        if (!after.publication().announced()) {
            return Optional.empty();
        }
        return switch (command) {
            case TopicCommand.PublishCorrection _ -> Optional.of(TopicEvent.corrected(after, version, now));
            case TopicCommand.TakeDown asked ->
                Optional.of(TopicTakenDownEvent.of(after, asked.reason(), version, now));
            default -> Optional.empty();
        };
    }

    private static Approval correction(
            Topic topic, TopicCommand.PublishCorrection publish, long version, Actor by, Instant now) {
        Correction correction = topic.review().correctionFor(by);
        Publication publication = topic.publication();
        return new Approval(
                topic.proposal().id(),
                version,
                correction.title(),
                correction.body(),
                correction.note(),
                correction.reason(),
                new Review(
                        correction.by(),
                        correction.note() == null ? null : correction.by(),
                        topic.review().noteApproved(),
                        null),
                new Review.Request(
                        publication.visibility(), publication.embargoUntil(), correction.by(), correction.at()),
                publish.acknowledged(),
                by.id(),
                now);
    }

    private static Approval approval(Topic topic, TopicCommand.Publish publish, long version, Actor by, Instant now) {
        Topic.Text text = topic.proposal().text();
        return new Approval(
                topic.proposal().id(),
                version,
                text.title(),
                text.body(),
                TopicFields.of(topic.state()).note(),
                null,
                topic.review(),
                topic.review().requestFor(by),
                publish.acknowledged(),
                by.id(),
                now);
    }
}
