package jp.tsunagi.referral.lifecycle;

import static jp.tsunagi.referral.lifecycle.ReferralFixtures.KIMURA;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.NOW;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.SATO;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.aCommand;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.aRequestedReferral;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.anAcceptedReferral;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.anAcceptedTransfer;
import static jp.tsunagi.referral.lifecycle.ReferralFixtures.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.junit.jupiter.api.Test;

/** The invariants (docs/invariants.md) that are rules of the machine itself; those of the records are in the API test. */
class ReferralTest {

    private static final Actor TIMER = Actor.system("referral");

    @Test
    void I3_rejectedCancelledOnHoldAndFailedNeedAReasonOfTheirListAndANote() {
        Map<Command, Referral> poor = Map.of(
                new Command.Reject(null, "所管外", null), aRequestedReferral(ReferralKind.REFERRAL),
                new Command.Reject(ReasonCode.NOT_IN_REMIT, " ", null), aRequestedReferral(ReferralKind.REFERRAL),
                new Command.Reject(ReasonCode.CAPACITY, "x", null), aRequestedReferral(ReferralKind.REFERRAL),
                new Command.Fail(ReasonCode.OTHER, null), anAcceptedReferral(),
                new Command.Hold(null, "x", LocalDate.of(2026, 12, 1)), anAcceptedReferral(),
                new Command.DeclineAfterAccept(ReasonCode.EVIDENCE_LOST, "x", null), anAcceptedReferral());

        poor.forEach((command, state) -> assertEquals(
                "reason-missing",
                assertThrows(Refusal.class, () -> state.on(command, KIMURA, NOW))
                        .code()));
        Refusal noReason = assertThrows(
                Refusal.class,
                () -> aRequestedReferral(ReferralKind.REFERRAL).on(new Command.Withdraw(null, null), SATO, NOW));
        assertEquals(
                List.of("/reasonCode", "/note"),
                noReason.violations().stream().map(Violation::pointer).toList());
    }

    @Test
    void I4_completingNeedsAtLeastOneOutcome() {
        for (List<Outcome> none : new java.util.ArrayList<>(java.util.Arrays.asList(null, List.<Outcome>of()))) {
            Refusal refusal = assertThrows(
                    Refusal.class, () -> anAcceptedReferral().on(new Command.Complete(none, "終わり", true), KIMURA, NOW));
            assertEquals("outcome-missing", refusal.code());
        }
    }

    @Test
    @Requirement({"R2.4", "P9"})
    void I5_ownershipMovesOnlyWhenATransferIsAccepted() {
        for (ReferralKind kind : ReferralKind.values()) {
            Referral requested = aRequestedReferral(kind);
            assertEquals("IHAHO", StatusSummary.of(requested).ownerAgency());
            Referral accepted = after(requested.on(aCommand(CommandType.ACCEPT), KIMURA, NOW));
            assertEquals(
                    kind == ReferralKind.TRANSFER ? "SIA" : "IHAHO",
                    StatusSummary.of(accepted).ownerAgency());
        }
    }

    @Test
    @Requirement("R8.9")
    void I7_whatTheTargetHoldsIsKeptOnlyWhileItHasAUseForIt() {
        for (String gone : List.of("rejected", "cancelled", "entered-in-error")) {
            assertFalse(StatusSummary.keepsDisclosedData(ReferralFixtures.state(gone)), gone);
        }
        assertTrue(StatusSummary.keepsDisclosedData(ReferralFixtures.state("received")));
        assertTrue(StatusSummary.opensDisclosedData(ReferralFixtures.state("accepted")));
        for (String closed : List.of("draft", "requested", "received", "completed", "failed", "rejected")) {
            assertFalse(StatusSummary.opensDisclosedData(ReferralFixtures.state(closed)), closed);
        }
        Referral recalled = after(anAcceptedReferral().on(aCommand(CommandType.RECALL), SATO, NOW));
        assertFalse(StatusSummary.opensDisclosedData(recalled), "a recall closes the view at once");
    }

    @Test
    void I10_aClosedReferralNeverMutates() {
        for (String name : List.of("completed", "rejected", "cancelled", "failed", "entered-in-error")) {
            Referral closed = ReferralFixtures.state(name);
            for (CommandType type : CommandType.values()) {
                if (type == CommandType.RE_OPEN
                        || type == CommandType.RECALL
                        || type == CommandType.MARK_IN_ERROR
                        || type == CommandType.MARK_CONSENT_WITHDRAWN) {
                    continue;
                }
                for (Actor actor : List.of(SATO, KIMURA, TIMER)) {
                    assertThrows(Refusal.class, () -> closed.on(aCommand(type), actor, NOW), name + " " + type);
                }
            }
        }
        Referral closed = ReferralFixtures.aCompletedReferral();
        var reopened = (Transition.Reopened) closed.on(aCommand(CommandType.RE_OPEN), SATO, NOW);
        assertSame(closed, reopened.replaced());
        assertEquals(closed.id(), reopened.draft().details().lineage().replaces());

        var recalled = (Closed.Completed) after(closed.on(aCommand(CommandType.RECALL), SATO, NOW));
        assertEquals(StatusSummary.of(closed).outcomes(), recalled.outcomes());
        assertEquals(ReferralStatus.COMPLETED, StatusSummary.of(recalled).status());
        assertEquals(Set.of(BusinessStatus.RECALLED), recalled.marks());
    }

    @Test
    void I11_onHoldReturnsToTheStateItLeft() {
        var received = ReferralFixtures.aReceivedReferral();
        Referral asked = after(received.on(aCommand(CommandType.ASK_INFORMATION), KIMURA, NOW));
        assertInstanceOf(Pending.Received.class, after(asked.on(aCommand(CommandType.SUPPLY_INFORMATION), SATO, NOW)));

        for (Referral before : List.of(ReferralFixtures.state("in-progress"), anAcceptedReferral())) {
            for (Actor holder : List.of(SATO, KIMURA)) {
                Referral held = after(before.on(aCommand(CommandType.HOLD), holder, NOW));
                assertEquals(before, after(held.on(aCommand(CommandType.RESUME), holder, NOW)));
            }
        }
        Referral heldByTarget = after(anAcceptedReferral().on(aCommand(CommandType.HOLD), KIMURA, NOW));
        assertThrows(Referral.IllegalTransition.class, () -> heldByTarget.on(aCommand(CommandType.RESUME), SATO, NOW));
    }

    @Test
    @Requirement("P9")
    void I17_anAcceptedTransferComesBackOnlyWhenTheOriginAcceptsTheReturn() {
        Referral transfer = anAcceptedTransfer();
        assertEquals(
                "transfer-needs-return",
                assertThrows(Refusal.class, () -> transfer.on(aCommand(CommandType.DECLINE_AFTER_ACCEPT), KIMURA, NOW))
                        .code());
        assertThrows(
                Referral.IllegalTransition.class, () -> transfer.on(aCommand(CommandType.ACCEPT_RETURN), SATO, NOW));

        Referral offered = after(transfer.on(aCommand(CommandType.OFFER_RETURN), KIMURA, NOW));
        assertEquals("SIA", StatusSummary.of(offered).ownerAgency());
        assertEquals(BusinessStatus.RETURN_OFFERED, StatusSummary.of(offered).businessStatus());
        Referral returned = after(offered.on(aCommand(CommandType.ACCEPT_RETURN), SATO, NOW));
        assertEquals("IHAHO", StatusSummary.of(returned).ownerAgency());
        assertEquals(ReferralStatus.REJECTED, StatusSummary.of(returned).status());
    }

    @Test
    @Requirement("P11")
    void onlyAfterTheDeadlineIsAReferralEscalatedAndOnlyAPolicyLetsItExpire() {
        Referral requested = aRequestedReferral(ReferralKind.REFERRAL);
        assertThrows(Refusal.class, () -> requested.on(new Command.Escalate(), TIMER, NOW.minus(Duration.ofDays(1))));
        assertEquals(
                BusinessStatus.OVERDUE,
                StatusSummary.of(after(requested.on(new Command.Escalate(), TIMER, NOW)))
                        .businessStatus());
        assertThrows(Refusal.class, () -> requested.on(new Command.Expire(0), TIMER, NOW));
        assertThrows(Refusal.class, () -> requested.on(new Command.Expire(2), TIMER, NOW));
        assertEquals(
                ReasonCode.NO_RESPONSE,
                StatusSummary.of(after(requested.on(new Command.Expire(1), TIMER, NOW)))
                        .reasonCode());
    }

    @Test
    void aMistakeIsDeclaredOnlyWithTheIdWrittenTwice() {
        Actor supervisor = person("suzuki", "IHAHO", "supervisor");
        assertEquals(
                "confirmation-missing",
                assertThrows(
                                Refusal.class,
                                () -> anAcceptedReferral()
                                        .on(new Command.MarkInError("誤り", UUID.randomUUID()), supervisor, NOW))
                        .code());
    }

    @Test
    void aNamedPersonsReferralIsSentByASupervisorOnly() {
        Command send = new Command.Send(List.of(), ReferralFixtures.CONSENT, Set.of(), false);
        ReferralDetails details = ReferralFixtures.details(ReferralKind.REFERRAL);
        Referral draft = new Referral.Draft(details.with(new Disclosure(Label.RED, null, Set.of())));
        assertEquals(
                "supervisor-required",
                assertThrows(Refusal.class, () -> draft.on(send, SATO, NOW)).code());
        Actor both = person("suzuki", "IHAHO", "counsellor", "supervisor");
        assertEquals(
                ReferralStatus.REQUESTED,
                StatusSummary.of(after(draft.on(send, both, NOW))).status());
    }

    @Test
    void whatOneMayDoIsWhatTheMachineWouldTake() {
        for (var state : ReferralFixtures.states().entrySet()) {
            for (Actor actor : List.of(SATO, KIMURA)) {
                List<CommandType> offered = AvailableCommands.of(state.getValue(), actor, NOW);
                for (CommandType type : CommandType.values()) {
                    boolean taken;
                    try {
                        state.getValue().on(aCommand(type), actor, NOW);
                        taken = true;
                    } catch (Refusal refused) {
                        taken = false;
                    }
                    assertEquals(taken, offered.contains(type), state.getKey() + " " + type + " " + actor.id());
                }
            }
        }
    }

    @Test
    void whatStandsInTheWayOfSendingIsRefusedWhole() {
        var obstacles = List.of(
                new Violation("/targetDesk", ReferralProblem.OPEN_REFERRAL_EXISTS).with("openReferral", "x"),
                new Violation("/label", ReferralProblem.LABEL_ABOVE_CEILING).with("ceiling", "TLP:AMBER"));
        Command send = new Command.Send(obstacles, ReferralFixtures.CONSENT, Set.of(), false);

        Refusal refusal = assertThrows(
                Refusal.class, () -> ReferralFixtures.state("draft").on(send, SATO, NOW));

        assertEquals("open-referral-exists", refusal.code());
        assertEquals(obstacles, refusal.violations());
        assertEquals(Map.of("openReferral", "x"), refusal.values());
    }

    private static Referral after(Transition transition) {
        return assertInstanceOf(Transition.Moved.class, transition).to();
    }
}
