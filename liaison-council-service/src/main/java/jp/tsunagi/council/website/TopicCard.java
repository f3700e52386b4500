package jp.tsunagi.council.website;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.platform.http.Stored;

/** A topic as the pages show it. */
@TemplateData
record TopicCard(Topic.Proposal proposal, TopicFields state, Publication publication, long version) {

    static TopicCard of(Stored<Topic> stored, TopicReader reader) {
        Topic topic = stored.value();
        return new TopicCard(topic.proposal(), topic.stateFor(reader), topic.publication(), stored.version());
    }

    public String title() {
        return proposal.text().title();
    }

    /** @param level of the heading under which it stands */
    public RawString html(int level) {
        return Markdown.html(proposal.text().body(), level);
    }

    /** The tone of the state's badge. */
    public String tone() {
        return switch (state.status()) {
            case PROPOSED, ADOPTED, SCHEDULED, DISCUSSED, CARRIED_OVER -> "active";
            case DECIDED, CLOSED -> "good";
            case DECLINED, WITHDRAWN -> "plain";
        };
    }
}
