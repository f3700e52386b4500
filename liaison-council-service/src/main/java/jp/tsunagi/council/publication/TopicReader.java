package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.council.membership.Standing;
import jp.tsunagi.platform.identity.Actor;

/**
 * Somebody who looks at topics: how near to the council, and for which agency.
 *
 * @param proposesFor agency whose own proposals are always readable; empty when there is none
 */
record Reader(Standing standing, String proposesFor) {

    static Reader of(Standing standing, Actor actor) {
        return new Reader(standing, standing == Standing.MEMBER ? actor.agency() : "");
    }

    static Reader anybody() {
        return new Reader(Standing.NONE, "");
    }

    boolean mayRead(Publication publication, String proposerAgency, Instant now) {
        boolean own = !proposesFor.isEmpty() && proposesFor.equals(proposerAgency);
        return own || publication.isReadableBy(standing, now);
    }

    List<Visibility> circles() {
        return Arrays.stream(Visibility.values())
                .filter(circle -> circle.includes(standing))
                .toList();
    }
}
