package jp.tsunagi.referral.handover;

import static jp.tsunagi.referral.handover.ReferralFixtures.KIMURA;
import static jp.tsunagi.referral.handover.ReferralFixtures.NOW;
import static jp.tsunagi.referral.handover.ReferralFixtures.SATO;
import static jp.tsunagi.referral.handover.ReferralFixtures.aCommand;
import static jp.tsunagi.referral.handover.ReferralFixtures.aRequestedReferral;
import static jp.tsunagi.referral.handover.ReferralFixtures.anAcceptedReferral;
import static jp.tsunagi.referral.handover.ReferralFixtures.anAcceptedTransfer;
import static jp.tsunagi.referral.handover.ReferralFixtures.person;
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
import org.junit.jupiter.api.Test;

/** The invariants of vocabulary.md 3.2 that are rules of the machine itself; those of the records are in the API test. */
class ReferralTest {

    private static final Actor TIMER = Actor.system("referral");

    @Test
    void I3_rejectedCancelledOnHoldAndFailedNeedAReasonOfTheirListAndANote() {
        Map<Command, Referral> poor = Map.of(
                new Command.Reject(null, "所管外", null), aRequestedReferral(Terms.Kind.REFERRAL),
                new Command.Reject(Reason.NOT_IN_REMIT, " ", null), aRequestedReferral(Terms.Kind.REFERRAL),
                new Command.Reject(Reason.CAPACITY, "x", null), aRequestedReferral(Terms.Kind.REFERRAL),
                new Command.Fail(Reason.OTHER, null), anAcceptedReferral(),
                new Command.Hold(null, "x", LocalDate.of(2026, 12, 1)), anAcceptedReferral(),
                new Command.DeclineAfterAccept(Reason.EVIDENCE_LOST, "x", null), anAcceptedReferral());

        poor.forEach((command, state) -> assertEquals(
                "reason-missing",
                assertThrows(Refusal.class, () -> state.on(command, KIMURA, NOW))
                        .code()));
        Refusal noReason = assertThrows(
                Refusal.class,
                () -> aRequestedReferral(Terms.Kind.REFERRAL).on(new Command.Withdraw(null, null), SATO, NOW));
        assertEquals(
                List.of("/reasonCode", "/note"),
                noReason.errors().stream().map(Refusal.Pointed::pointer).toList());
    }

    @Test
    void I4_completingNeedsAtLeastOneOutcome() {
        for (List<Result> none : new java.util.ArrayList<>(java.util.Arrays.asList(null, List.<Result>of()))) {
            Refusal refusal = assertThrows(
                    Refusal.class, () -> anAcceptedReferral().on(new Command.Complete(none, "終わり", true), KIMURA, NOW));
            assertEquals("outcome-missing", refusal.code());
        }
    }

    @Test
    void I5_ownershipMovesOnlyWhenATransferIsAccepted() {
        for (Terms.Kind kind : Terms.Kind.values()) {
            Referral requested = aRequestedReferral(kind);
            assertEquals("IHAHO", Standing.of(requested).owner());
            Referral accepted = requested.on(aCommand(Verb.ACCEPT), KIMURA, NOW).now();
            assertEquals(
                    kind == Terms.Kind.TRANSFER ? "SIA" : "IHAHO",
                    Standing.of(accepted).owner());
        }
    }

    @Test
    void I7_whatTheTargetHoldsIsKeptOnlyWhileItHasAUseForIt() {
        Map<String, Referral> states = ReferralFixtures.states();
        for (String gone : List.of("rejected", "cancelled", "entered-in-error")) {
            assertFalse(Standing.keepsPackage(states.get(gone)), gone);
        }
        assertTrue(Standing.keepsPackage(states.get("received")));
        assertTrue(Standing.opensPackage(states.get("accepted")));
        for (String closed : List.of("draft", "requested", "received", "completed", "failed", "rejected")) {
            assertFalse(Standing.opensPackage(states.get(closed)), closed);
        }
        Referral recalled =
                anAcceptedReferral().on(aCommand(Verb.RECALL), SATO, NOW).now();
        assertFalse(Standing.opensPackage(recalled), "a recall closes the view at once");
    }

    @Test
    void I10_aClosedReferralNeverMutates() {
        for (String name : List.of("completed", "rejected", "cancelled", "failed", "entered-in-error")) {
            Referral closed = ReferralFixtures.states().get(name);
            for (Verb verb : Verb.values()) {
                if (verb == Verb.RE_OPEN || verb == Verb.RECALL || verb == Verb.MARK_IN_ERROR) {
                    continue;
                }
                for (Actor actor : List.of(SATO, KIMURA, TIMER)) {
                    assertThrows(Refusal.class, () -> closed.on(aCommand(verb), actor, NOW), name + " " + verb);
                }
            }
        }
        Referral closed = ReferralFixtures.aCompletedReferral();
        Referral.Step opened = closed.on(aCommand(Verb.RE_OPEN), SATO, NOW);
        assertSame(closed, opened.now());
        assertEquals(closed.id(), opened.born().terms().replaces());

        var recalled =
                (Closed.Completed) closed.on(aCommand(Verb.RECALL), SATO, NOW).now();
        assertEquals(Standing.of(closed).results(), recalled.results());
        assertEquals(Status.COMPLETED, Standing.of(recalled).status());
        assertEquals(Set.of(Business.RECALLED), recalled.marks());
    }

    @Test
    void I11_onHoldReturnsToTheStateItLeft() {
        var received = ReferralFixtures.aReceivedReferral();
        Referral asked =
                received.on(aCommand(Verb.ASK_INFORMATION), KIMURA, NOW).now();
        assertInstanceOf(
                Undecided.Received.class,
                asked.on(aCommand(Verb.SUPPLY_INFORMATION), SATO, NOW).now());

        for (Referral before : List.of(ReferralFixtures.states().get("in-progress"), anAcceptedReferral())) {
            for (Actor holder : List.of(SATO, KIMURA)) {
                Referral held = before.on(aCommand(Verb.HOLD), holder, NOW).now();
                assertEquals(before, held.on(aCommand(Verb.RESUME), holder, NOW).now());
            }
        }
        Referral heldByTarget =
                anAcceptedReferral().on(aCommand(Verb.HOLD), KIMURA, NOW).now();
        assertThrows(Referral.IllegalMove.class, () -> heldByTarget.on(aCommand(Verb.RESUME), SATO, NOW));
    }

    @Test
    void I17_anAcceptedTransferComesBackOnlyWhenTheOriginAcceptsTheReturn() {
        Referral transfer = anAcceptedTransfer();
        assertEquals(
                "transfer-needs-return",
                assertThrows(Refusal.class, () -> transfer.on(aCommand(Verb.DECLINE_AFTER_ACCEPT), KIMURA, NOW))
                        .code());
        assertThrows(Referral.IllegalMove.class, () -> transfer.on(aCommand(Verb.ACCEPT_RETURN), SATO, NOW));

        Referral offered = transfer.on(aCommand(Verb.OFFER_RETURN), KIMURA, NOW).now();
        assertEquals("SIA", Standing.of(offered).owner());
        assertEquals(Business.RETURN_OFFERED, Standing.of(offered).business());
        Referral returned = offered.on(aCommand(Verb.ACCEPT_RETURN), SATO, NOW).now();
        assertEquals("IHAHO", Standing.of(returned).owner());
        assertEquals(Status.REJECTED, Standing.of(returned).status());
    }

    @Test
    void onlyAfterTheDeadlineIsAReferralEscalatedAndOnlyAPolicyLetsItExpire() {
        Referral requested = aRequestedReferral(Terms.Kind.REFERRAL);
        assertThrows(Refusal.class, () -> requested.on(new Command.Escalate(), TIMER, NOW.minus(Duration.ofDays(1))));
        assertEquals(
                Business.OVERDUE,
                Standing.of(requested.on(new Command.Escalate(), TIMER, NOW).now())
                        .business());
        assertThrows(Refusal.class, () -> requested.on(new Command.Expire(0), TIMER, NOW));
        assertThrows(Refusal.class, () -> requested.on(new Command.Expire(2), TIMER, NOW));
        assertEquals(
                Reason.NO_RESPONSE,
                Standing.of(requested.on(new Command.Expire(1), TIMER, NOW).now())
                        .reason());
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
        Readiness red = new Readiness(List.of(), true);
        Command send = new Command.Send(red, ReferralFixtures.CONSENT, Set.of());
        Referral draft = ReferralFixtures.states().get("draft");
        assertEquals(
                "supervisor-required",
                assertThrows(Refusal.class, () -> draft.on(send, SATO, NOW)).code());
        Actor both = person("suzuki", "IHAHO", "counsellor", "supervisor");
        assertEquals(
                Status.REQUESTED, Standing.of(draft.on(send, both, NOW).now()).status());
    }

    @Test
    void whatOneMayDoIsWhatTheMachineWouldTake() {
        for (var state : ReferralFixtures.states().entrySet()) {
            for (Actor actor : List.of(SATO, KIMURA)) {
                List<Verb> offered = Choices.of(state.getValue(), actor, NOW);
                for (Verb verb : Verb.values()) {
                    boolean taken;
                    try {
                        state.getValue().on(aCommand(verb), actor, NOW);
                        taken = true;
                    } catch (Refusal refused) {
                        taken = false;
                    }
                    assertEquals(taken, offered.contains(verb), state.getKey() + " " + verb + " " + actor.id());
                }
            }
        }
    }
}
