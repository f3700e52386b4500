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
 * @param correction what somebody asked to put in the place of a published text; null when nothing waits
 */
public record Review(
        String textBy,
        @Nullable String noteBy,
        boolean noteApproved,
        @Nullable Request request,
        @Nullable Correction correction) {

    public Review(String textBy, @Nullable String noteBy, boolean noteApproved, @Nullable Request request) {
        this(textBy, noteBy, noteApproved, request, null);
    }

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
        return new Review(textBy, writer.id(), false, null, ofTheTextAlone());
    }

    public Review withoutNote() {
        return new Review(textBy, null, true, request, ofTheTextAlone());
    }

    /** What would put a decision or reason in the place of one that is no longer there is not published. */
    private @Nullable Correction ofTheTextAlone() {
        return correction == null || correction.note() == null ? correction : null;
    }

    public Review withRequest(Request asked) {
        return new Review(textBy, noteBy, noteApproved, asked);
    }

    public Review approved() {
        return new Review(textBy, noteBy, true, null);
    }

    /** Another text for a published topic. It ends a request about the present one. */
    public Review withCorrection(Correction asked) {
        return new Review(textBy, noteBy, noteApproved, null, asked);
    }

    public Review corrected(Correction approved) {
        boolean isOfTheNote = approved.note() != null;
        return new Review(approved.by(), isOfTheNote ? approved.by() : noteBy, isOfTheNote || noteApproved, null);
    }

    /** The correction that this actor may publish: whoever did not write it. */
    public Correction correctionFor(Actor actor) {
        if (correction == null) {
            throw new Refusal(CouncilProblem.CORRECTION_NOT_REQUESTED);
        }
        if (!mayCorrect(actor)) {
            throw new Refusal(CouncilProblem.SECOND_PERSON_NEEDED);
        }
        return correction;
    }

    public boolean mayCorrect(Actor actor) {
        return correction != null && !Actor.isSameAccount(correction.by(), actor.id());
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
