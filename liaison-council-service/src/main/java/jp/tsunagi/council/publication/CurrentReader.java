package jp.tsunagi.council.publication;

import jakarta.enterprise.context.RequestScoped;
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;

/** Who reads in this request; what only some may read goes to the audit with their name. */
@RequestScoped
public class CurrentReader {

    private final Identity identity;
    private final Memberships memberships;
    private final Audit audit;

    CurrentReader(Identity identity, Memberships memberships, Audit audit) {
        this.identity = identity;
        this.memberships = memberships;
        this.audit = audit;
    }

    /** Somebody of several agencies who has not yet chosen the acting one reads what everybody reads. */
    public TopicReader reader() {
        try {
            return identity.ifPresent().map(this::of).orElseGet(TopicReader::anybody);
        } catch (Refusal refusal) {
            if (refusal.problem() == PlatformProblem.ACTING_AGENCY_REQUIRED) {
                return TopicReader.anybody();
            }
            throw refusal;
        }
    }

    public TopicReader of(Actor actor) {
        return TopicReader.of(memberships.roleOf(actor), actor);
    }

    /** Notes that a list was read which holds more for this reader than for everybody. */
    public void noteList(TopicReader reader, String action, String object) {
        if (!reader.readsWhatEverybodyReads()) {
            audit.record(identity.actor(), action, object, null);
        }
    }

    /** Notes that a topic was read which not everybody may read. */
    public void noteTopic(TopicReader reader, Publication publication, String object) {
        if (publication.visibility() != Visibility.PUBLIC) {
            noteList(reader, "topic.read", object);
        }
    }
}
