package jp.tsunagi.council.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;

/** Proposing and changing topics with the rights of the seat that the actor's agency holds today. */
@ApplicationScoped
public class EditingTopics {

    private final Topics topics;
    private final Memberships memberships;
    private final Clock clock;

    EditingTopics(Topics topics, Memberships memberships, Clock clock) {
        this.topics = topics;
        this.memberships = memberships;
        this.clock = clock;
    }

    public Stored<Topic> propose(Topic.Text text, Actor by) {
        if (memberships.roleOf(by).compareTo(CouncilRole.MEMBER) < 0) {
            throw new Refusal(CouncilProblem.NOT_A_MEMBER);
        }
        Instant now = clock.instant();
        return topics.add(Topic.proposed(new Topic.Proposal(Ids.next(), text, by.agency(), now), by), by, now);
    }

    /** Changes a topic that the actor may read; to others it does not exist. */
    public Stored<Topic> change(UUID id, long expectedVersion, TopicCommand command, Actor by) {
        topics.get(id, readerOf(by));
        return topics.change(id, expectedVersion, command, by, clock.instant());
    }

    /** Throws what asking for the publication would be refused for, and changes nothing. */
    public void checkRequest(Topic topic, TopicCommand.RequestPublication asked, Actor by) {
        topic.on(asked, by, clock.instant());
    }

    public TopicReader readerOf(Actor actor) {
        return TopicReader.of(memberships.roleOf(actor), actor);
    }
}
