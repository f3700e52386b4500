package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.Finding;
import jp.tsunagi.council.publication.PersonalDataScan;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A theme the council works on: what was proposed, how far the council has come, who may read it, and who had a hand in
 * what is to be published. Text, decision and reason become public only when a second person has read them.
 */
public record Topic(Proposal proposal, TopicState state, Publication publication, Review review) {

    /** The words of a topic. */
    public record Text(String title, String body) {

        public static final int MAX_TITLE = 120;
        public static final int MAX_BODY = 10_000;
    }

    /** What was proposed, by whom and when. */
    public record Proposal(UUID id, Text text, String proposerAgency, Instant proposedAt) {}

    static Topic proposed(Proposal proposal, Actor by) {
        return new Topic(
                proposal, new TopicState.Proposed(proposal.proposedAt()), Publication.internal(), Review.of(by));
    }

    Topic on(TopicCommand command, Actor by, Instant now) {
        checkPermission(command, by);
        return switch (command) {
            case TopicCommand.Transition transition -> moved(state.on(transition, now), by);
            case TopicCommand.RequestPublication asked -> requested(asked, by, now);
            case TopicCommand.Publish publish -> published(publish, by, now);
            case TopicCommand.Revise revise -> revised(revise.text(), by);
            case TopicCommand.RequestCorrection asked -> correctionRequested(asked, by, now);
            case TopicCommand.PublishCorrection publish -> corrected(publish, by, now);
            case TopicCommand.TakeDown asked ->
                new Topic(proposal, state, publication.takeDown(asked.reason(), by.id(), now), review);
            case TopicCommand.Release _ -> new Topic(proposal, state, publication.announce(), review);
        };
    }

    /** The state as this reader may see it: a decision or reason that nobody approved stays with those who work on it. */
    public TopicFields stateFor(TopicReader reader) {
        TopicFields fields = TopicFields.of(state);
        return review.noteApproved() || reader.worksOn(proposal.proposerAgency()) ? fields : fields.withoutNote();
    }

    /** Returns true when readers outside wait for a decision or reason that a second person has not approved. */
    public boolean isNoteHeldBack() {
        return publication.isPublished() && !review.noteApproved();
    }

    /** What in the words of the topic may say who somebody is. */
    public List<Finding> findings() {
        return PersonalDataScan.find(words());
    }

    /** The secretariat may do everything; the proposing agency may correct its topic and take it back. */
    private void checkPermission(TopicCommand command, Actor by) {
        boolean isOwn = by.belongsTo(proposal.proposerAgency());
        boolean isPermitted = by.hasRole(Roles.SECRETARIAT)
                || switch (command) {
                    case TopicCommand.Withdraw _ -> isOwn && by.hasRole(Roles.COUNCIL_MEMBER);
                    case TopicCommand.Revise _, TopicCommand.RequestCorrection _ -> isOwn;
                    case TopicCommand.Release _ -> by.hasRole(Roles.SYSTEM);
                    default -> false;
                };
        if (!isPermitted) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_YOURS);
        }
    }

    private Topic moved(TopicState reached, Actor by) {
        String note = TopicFields.of(reached).note();
        Review next = note == null
                ? review.withoutNote()
                : note.equals(TopicFields.of(state).note()) ? review : review.withNoteBy(by);
        return new Topic(proposal, reached, publication, next);
    }

    private Topic requested(TopicCommand.RequestPublication asked, Actor by, Instant now) {
        checkPublishable();
        reach(asked.visibility(), asked.embargoUntil(), now);
        var request = new Review.Request(asked.visibility(), asked.embargoUntil(), by.id(), now);
        return new Topic(proposal, state, publication, review.withRequest(request));
    }

    private Topic published(TopicCommand.Publish publish, Actor by, Instant now) {
        Review.Request request = review.requestFor(by);
        checkPublishable();
        PersonalDataScan.check(words(), publish.acknowledged());
        Publication reached = reach(request.visibility(), request.embargoUntil(), now);
        return new Topic(proposal, state, reached, review.approved());
    }

    private Publication reach(Visibility circle, @Nullable Instant embargo, Instant now) {
        boolean isForTheNote = isNoteHeldBack() && circle == publication.visibility() && embargo == null;
        return isForTheNote ? publication : publication.publish(circle, embargo, now);
    }

    /** What ended early is not published any more; the reason is, where people have read the topic. */
    private void checkPublishable() {
        boolean endedEarly = state instanceof TopicState.Declined || state instanceof TopicState.Withdrawn;
        if (endedEarly && !publication.isPublished()) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_PUBLISHABLE);
        }
    }

    /** Only while nobody outside the secretariat could have read it; later it takes a correction. */
    private Topic revised(Text text, Actor by) {
        if (publication.isPublished()) {
            throw new Refusal(CouncilProblem.TOPIC_PUBLISHED);
        }
        var corrected = new Proposal(proposal.id(), text, proposal.proposerAgency(), proposal.proposedAt());
        return new Topic(corrected, state, publication, review.withTextBy(by));
    }

    private Topic correctionRequested(TopicCommand.RequestCorrection asked, Actor by, Instant now) {
        if (!publication.isPublished()) {
            throw new Refusal(CouncilProblem.TOPIC_NOT_PUBLISHED);
        }
        Text text = asked.text();
        var correction =
                new Correction(text.title(), text.body(), correctedNote(asked.note()), asked.reason(), by.id(), now);
        return new Topic(proposal, state, publication, review.withCorrection(correction));
    }

    /** Null when nothing changes: who wrote a decision may then still not approve it. */
    private @Nullable String correctedNote(@Nullable String asked) {
        String present = TopicFields.of(state).note();
        if (asked != null && present == null) {
            throw new Refusal(CouncilProblem.NOTE_NOT_THERE).at("/note");
        }
        return asked == null || asked.equals(present) ? null : asked;
    }

    private Topic corrected(TopicCommand.PublishCorrection publish, Actor by, Instant now) {
        Correction correction = review.correctionFor(by);
        correction.check(publish.acknowledged());
        Text text = new Text(correction.title(), correction.body());
        var changed = new Proposal(proposal.id(), text, proposal.proposerAgency(), proposal.proposedAt());
        String note = correction.note();
        TopicState reached =
                note == null ? state : TopicFields.of(state).withNote(note).state();
        return new Topic(changed, reached, publication.corrected(now), review.corrected(correction));
    }

    private Map<String, String> words() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/title", proposal.text().title());
        texts.put("/body", proposal.text().body());
        String note = TopicFields.of(state).note();
        if (note != null) {
            texts.put("/note", note);
        }
        return texts;
    }
}
