package jp.tsunagi.council.routingguide;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.council.topic.TopicStatus;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/** Proposing a routing guide that carries out what the council decided on a topic, and deciding about a proposed one. */
@ApplicationScoped
class EditingGuides {

    private final RoutingGuides guides;
    private final Topics topics;
    private final EditingTopics editingTopics;
    private final Clock clock;

    EditingGuides(RoutingGuides guides, Topics topics, EditingTopics editingTopics, Clock clock) {
        this.guides = guides;
        this.topics = topics;
        this.editingTopics = editingTopics;
        this.clock = clock;
    }

    Stored<RoutingGuide> propose(RoutingGuide.Content content, Actor by) {
        Instant now = clock.instant();
        content.check(now);
        Topic topic = topics.get(content.topicId(), editingTopics.readerOf(by)).value();
        TopicStatus status = TopicFields.of(topic.state()).status();
        if (!status.isDecided()) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_DECIDED).at("/topicId").with("topicStatus", status.code());
        }
        return guides.add(content, by, now);
    }

    Stored<RoutingGuide> change(UUID id, long expectedVersion, GuideCommand command, Actor by) {
        return guides.change(id, expectedVersion, command, by, clock.instant());
    }
}
