package jp.tsunagi.council.routingguide;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;

/** All versions of the routing guide: finding them, and changing one together with its audit entry and its event. */
@ApplicationScoped
public class RoutingGuides {

    /** No version has this number. */
    static final int AFTER_THE_LAST = Integer.MAX_VALUE;

    private final RoutingGuideRows rows;
    private final Outbox outbox;
    private final Audit audit;

    RoutingGuides(RoutingGuideRows rows, Outbox outbox, Audit audit) {
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Adds a proposal with the next number; two that wait for a second account would make it unclear what is read. */
    Stored<RoutingGuide> add(RoutingGuide.Content content, Actor by, Instant now) {
        rows.lockForProposal();
        rows.findProposed().ifPresent(open -> {
            throw new Refusal(CouncilProblem.GUIDE_ALREADY_PROPOSED)
                    .with("number", open.number)
                    .with("routingGuideId", open.id.toString());
        });
        int number = 1 + rows.findLast().map(last -> last.number).orElse(0);
        var row = new RoutingGuideRow();
        row.store(RoutingGuide.proposed(Ids.next(), number, content, by, now), by);
        rows.persistAndFlush(row);
        audit.record(by, "routing-guide.propose", "routing-guide/" + row.id, null);
        return row.stored();
    }

    /** A version that this reader may not see and one that does not exist answer alike. */
    Stored<RoutingGuide> get(UUID id, TopicReader reader) {
        return Optional.of(reader)
                .filter(RoutingGuides::isMember)
                .flatMap(_ -> rows.find(id, reader.readsEverything()))
                .map(RoutingGuideRow::stored)
                .orElseThrow(() -> new Refusal(CouncilProblem.ROUTING_GUIDE_NOT_FOUND));
    }

    /** Versions with a lower number than {@code before}, newest first, one more than asked for. */
    List<GuideLine> findNewest(TopicReader reader, int before, int size) {
        return isMember(reader) ? rows.findNewest(reader.readsEverything(), before, size + 1) : List.of();
    }

    /** The newest versions that carry out the decision on a topic, newest first. */
    public List<GuideLine> findByTopic(UUID topic, TopicReader reader) {
        return isMember(reader) ? rows.findByTopic(topic, reader.readsEverything(), CursorPage.MAX_SIZE) : List.of();
    }

    /** The version that was followed before this number; for {@link #AFTER_THE_LAST} the one adopted last. */
    Optional<RoutingGuide> findAdoptedBefore(int number) {
        return rows.findAdoptedBefore(number).map(RoutingGuideRow::guide);
    }

    /** The only way to change a version: compares the version of the record, decides, stores, audits, announces. */
    Stored<RoutingGuide> change(UUID id, long expectedVersion, GuideCommand command, Actor by, Instant now) {
        RoutingGuideRow row =
                rows.findLocked(id).orElseThrow(() -> new Refusal(CouncilProblem.ROUTING_GUIDE_NOT_FOUND));
        if (row.version != expectedVersion) {
            throw Version.stale(row.version, row.changedByAgency, row.changedAt());
        }
        RoutingGuide after = row.guide().on(command, by, now);
        row.store(after, by);
        rows.flush();
        audit.record(by, "routing-guide." + command.name().code(), "routing-guide/" + id, null);
        if (after.state() instanceof GuideState.Adopted adopted) {
            outbox.append(RoutingGuideAdoptedEvent.of(after, adopted, row.version));
        }
        return row.stored();
    }

    private static boolean isMember(TopicReader reader) {
        return reader.role().compareTo(CouncilRole.MEMBER) >= 0;
    }
}
