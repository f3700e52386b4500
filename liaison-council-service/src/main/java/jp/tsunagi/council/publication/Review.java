package jp.tsunagi.council.publication;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who had a hand in what is to be published. Another account must publish it: accounts are compared, because names can be
 * alike or be typed differently.
 *
 * @param textBy account that wrote the text last
 * @param noteBy account that wrote the decision or the reason; null without one
 * @param noteApproved whether the decision or the reason may be read outside
 * @param request what somebody asked to publish; null when nothing waits
 */
public record Review(
        String textBy,
        @Nullable String noteBy,
        boolean noteApproved,
        @Nullable Request request) {

    /** What is asked for: the circle, from when, by which account. */
    public record Request(Visibility visibility, @Nullable Instant embargoUntil, String by, Instant at) {}

    public static Review of(Actor writer) {
        return new Review(writer.id(), null, true, null);
    }

    /** Another text, which nobody has asked to publish. */
    public Review withTextBy(Actor writer) {
        return new Review(writer.id(), noteBy, noteApproved, null);
    }

    /** Another decision or reason, which nobody has asked to publish. */
    public Review withNoteBy(Actor writer) {
        return new Review(textBy, writer.id(), false, null);
    }

    public Review withoutNote() {
        return new Review(textBy, null, true, request);
    }

    public Review withRequest(Request asked) {
        return new Review(textBy, noteBy, noteApproved, asked);
    }

    public Review approved() {
        return new Review(textBy, noteBy, true, null);
    }

    public boolean isSecondPerson(Actor actor) {
        return Stream.of(textBy, noteBy, request == null ? null : request.by())
                .filter(Objects::nonNull)
                .noneMatch(account -> Actor.isSameAccount(account, actor.id()));
    }

    /** The request that this actor may fulfil. */
    public Request requestFor(Actor actor) {
        if (request == null) {
            throw new Refusal(CouncilProblem.PUBLICATION_NOT_REQUESTED);
        }
        if (!isSecondPerson(actor)) {
            throw new Refusal(CouncilProblem.SECOND_PERSON_NEEDED);
        }
        return request;
    }
}
