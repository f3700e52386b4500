package jp.tsunagi.council.routingguide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;

/**
 * A version of the routing guide: the rules that say which desk a case goes to. One account of the secretariat proposes
 * it, another one adopts it, and intake follows it from its first day.
 *
 * @param number which version it is; later ones have higher numbers, and one that was withdrawn keeps its own
 * @param proposedBy account that proposed it
 */
record RoutingGuide(UUID id, int number, Content content, String proposedBy, Instant proposedAt, GuideState state) {

    /** Longer ones would not fit into an event. */
    static final int MAX_TEXT = 100_000;

    /** A later first day is more likely a slip of the pen than a plan. */
    private static final int MAX_DAYS_AHEAD = 400;

    /**
     * What is proposed.
     *
     * @param topicId the topic whose decision it carries out
     * @param text the rules in YAML
     * @param effectiveFrom the first day on which cases are routed by it, in Japan's calendar
     */
    record Content(UUID topicId, String text, LocalDate effectiveFrom) {

        void check(Instant now) {
            LocalDate today = LocalDate.ofInstant(now, JapanTime.ZONE);
            Violations violations = new Violations();
            GuideSyntax.findMistake(text).ifPresent(violations::add);
            violations
                    .addIf(effectiveFrom.isBefore(today), "/effectiveFrom", CouncilProblem.EFFECTIVE_DATE_PAST)
                    .addIf(
                            effectiveFrom.isAfter(today.plusDays(MAX_DAYS_AHEAD)),
                            "/effectiveFrom",
                            CouncilProblem.EFFECTIVE_DATE_TOO_FAR);
            if (!violations.isEmpty()) {
                throw Refusal.of(violations.list());
            }
        }
    }

    static RoutingGuide proposed(UUID id, int number, Content content, Actor by, Instant now) {
        return new RoutingGuide(id, number, content, by.id(), now, new GuideState.Proposed());
    }

    RoutingGuide on(GuideCommand command, Actor by, Instant now) {
        GuideState reached = state.on(command, by.id(), now);
        if (command instanceof GuideCommand.Adopt) {
            checkAdoption(by, now);
        }
        return new RoutingGuide(id, number, content, proposedBy, proposedAt, reached);
    }

    /** Accounts are compared, because names can be alike. */
    boolean mayBeAdoptedBy(Actor actor) {
        return !Actor.isSameAccount(proposedBy, actor.id());
    }

    private void checkAdoption(Actor by, Instant now) {
        if (!mayBeAdoptedBy(by)) {
            throw new Refusal(CouncilProblem.SECOND_PERSON_NEEDED);
        }
        if (content.effectiveFrom().isBefore(LocalDate.ofInstant(now, JapanTime.ZONE))) {
            throw new Refusal(CouncilProblem.EFFECTIVE_DATE_PAST);
        }
    }
}
