package jp.tsunagi.council.publication;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.platform.identity.Actor;

/**
 * Somebody who looks at topics.
 *
 * @param proposesFor agency whose own proposals are always readable; empty when there is none
 */
public record TopicReader(CouncilRole role, String proposesFor) {

    public static TopicReader of(CouncilRole role, Actor actor) {
        return new TopicReader(role, role == CouncilRole.MEMBER ? actor.agency() : "");
    }

    public static TopicReader anybody() {
        return new TopicReader(CouncilRole.NONE, "");
    }

    public boolean mayRead(Publication publication, String proposerAgency, Instant now) {
        boolean own = !proposesFor.isEmpty() && proposesFor.equals(proposerAgency);
        return own || publication.isReadableBy(role, now);
    }

    /** Returns true when the text of a topic may be read: somebody who works on it reads each. */
    public boolean mayRead(PublishedText text, Publication publication, String proposerAgency, Instant now) {
        return worksOn(proposerAgency) || text.isReadableBy(role, publication, now);
    }

    /** Returns true for those who see a topic while it is written: the secretariat and the agency that proposed it. */
    public boolean worksOn(String proposerAgency) {
        return readsEverything() || (!proposesFor.isEmpty() && proposesFor.equals(proposerAgency));
    }

    boolean readsWhatEverybodyReads() {
        return role == CouncilRole.NONE;
    }

    public boolean readsEverything() {
        return role == CouncilRole.SECRETARIAT;
    }

    public List<Visibility> circles() {
        return Arrays.stream(Visibility.values())
                .filter(circle -> circle.includes(role))
                .toList();
    }
}
