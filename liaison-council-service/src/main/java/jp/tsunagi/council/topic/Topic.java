package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.publication.PersonalDataScan;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;

/** A theme the council works on: what was proposed, how far the council has come, and who may read it. */
public record Topic(Proposal proposal, TopicState state, Publication publication) {

    /** The words of a topic. */
    public record Text(String title, String body) {

        public static final int MAX_TITLE = 120;
        public static final int MAX_BODY = 10_000;
    }

    /** What was proposed, by whom and when. */
    public record Proposal(UUID id, Text text, String proposerAgency, Instant proposedAt) {}

    static Topic proposed(Proposal proposal) {
        return new Topic(proposal, new TopicState.Proposed(proposal.proposedAt()), Publication.internal());
    }

    Topic on(TopicCommand command, Actor by, Instant now) {
        checkPermission(command, by);
        return switch (command) {
            case TopicCommand.Transition transition ->
                new Topic(proposal, state.on(transition, now), publication).scannedIfPublished();
            case TopicCommand.Publish publish -> published(publish, now).scannedIfPublished();
            case TopicCommand.Revise revise -> new Topic(revised(revise.text()), state, publication);
            case TopicCommand.Release _ -> new Topic(proposal, state, publication.announce());
        };
    }

    /** The secretariat may do everything; the proposing agency may correct its topic and take it back. */
    private void checkPermission(TopicCommand command, Actor by) {
        boolean isOwn = by.belongsTo(proposal.proposerAgency());
        boolean isPermitted = by.hasRole(Roles.SECRETARIAT)
                || switch (command) {
                    case TopicCommand.Withdraw _ -> isOwn && by.hasRole(Roles.COUNCIL_MEMBER);
                    case TopicCommand.Revise _ -> isOwn;
                    case TopicCommand.Release _ -> by.hasRole(Roles.SYSTEM);
                    default -> false;
                };
        if (!isPermitted) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_YOURS);
        }
    }

    private Topic published(TopicCommand.Publish publish, Instant now) {
        if (state instanceof TopicState.Declined || state instanceof TopicState.Withdrawn) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_PUBLISHABLE);
        }
        return new Topic(proposal, state, publication.publish(publish.visibility(), publish.embargoUntil(), now));
    }

    /** The text may be corrected only while nobody outside the secretariat could have read it. */
    private Proposal revised(Text text) {
        if (publication.isPublished()) {
            throw new Refusal(CouncilProblem.TOPIC_PUBLISHED);
        }
        return new Proposal(proposal.id(), text, proposal.proposerAgency(), proposal.proposedAt());
    }

    private Topic scannedIfPublished() {
        if (publication.isPublished()) {
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("/title", proposal.text().title());
            texts.put("/body", proposal.text().body());
            String note = TopicFields.of(state).note();
            if (note != null) {
                texts.put("/note", note);
            }
            PersonalDataScan.check(texts);
        }
        return this;
    }
}
