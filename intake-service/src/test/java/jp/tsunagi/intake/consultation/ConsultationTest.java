package jp.tsunagi.intake.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.consultation.Consultation.Command;
import jp.tsunagi.intake.consultation.Consultation.Return;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.vocabulary.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConsultationTest {

    private static final Actor SUZUKI = new Actor("suzuki", "Suzuki", "IHAHO", Set.of("counsellor"));
    private static final UUID ID = new UUID(1, 2);
    private static final Return WHY = new Return("SIA_HIBO", new DeskReason("not-in-remit"), "MOJ_JINKEN");

    private static final List<Consultation> STATES = List.of(
            new Consultation.Received(ID, "IHAHO"),
            new Consultation.InProgress(ID, "IHAHO", "sato"),
            new Consultation.Advised(ID, "IHAHO", "sato"),
            new Consultation.Referred(ID, "IHAHO", "sato"),
            new Consultation.Returned(ID, "IHAHO", "sato", WHY),
            new Consultation.Closed(ID, "IHAHO", "sato"));

    private static final List<Command> COMMANDS = List.of(
            new Command.Take(),
            new Command.Answer(),
            new Command.HandOver(true),
            new Command.ComeBack(WHY),
            new Command.Conclude(),
            new Command.Reply(),
            new Command.Close(),
            new Command.AskApproval(),
            new Command.Approve("sato", true),
            new Command.Decline(),
            new Command.WithdrawConsent(),
            new Command.HandOver(false),
            new Command.Approve("sato", false),
            new Command.Arrive(),
            new Command.StayAway(true),
            new Command.StayAway(false),
            new Command.PassOn(),
            new Command.Reopen(),
            new Command.Assign("tanaka", "Tanaka"),
            new Command.Assign("sato", "Sato"),
            new Command.Release());

    /** Rows: states; columns: the commands in their order; "-" is refused. */
    private static final Map<String, String> TABLE = Map.of(
            "received",
                    "in-progress advised referred returned received received closed received referred received received in-progress in-progress received - - received - in-progress in-progress -",
            "in-progress",
                    "in-progress advised referred returned in-progress in-progress closed in-progress referred in-progress in-progress in-progress in-progress referred - - in-progress - in-progress - received",
            "advised",
                    "in-progress advised referred returned advised in-progress closed advised referred advised in-progress in-progress in-progress advised - - advised - advised - -",
            "referred",
                    "referred advised referred returned in-progress referred closed referred referred referred in-progress in-progress in-progress referred - - referred - referred - -",
            "returned",
                    "in-progress advised referred returned returned returned closed returned referred returned returned in-progress in-progress returned referred in-progress returned - returned - returned",
            "closed", "- - - closed closed - - - - closed closed - - closed - - closed in-progress - - -");

    static Stream<Arguments> moves() {
        return STATES.stream().flatMap(state -> {
            String[] row = TABLE.get(state.status().code()).split(" ");
            return Stream.iterate(0, i -> i < COMMANDS.size(), i -> i + 1)
                    .map(i -> Arguments.of(state, COMMANDS.get(i), row[i]));
        });
    }

    @ParameterizedTest
    @MethodSource("moves")
    @Requirement("R2.2")
    void everyMoveIsInTheTableOrRefused(Consultation state, Command command, String expected) {
        if ("-".equals(expected)) {
            boolean isToItsHolder = command instanceof Command.Assign given
                    && given.to().equals(state.assignee())
                    && state instanceof Consultation.Open;
            assertEquals(
                    isToItsHolder ? "already-holder" : "illegal-transition",
                    assertThrows(Refusal.class, () -> state.on(command, SUZUKI)).code());
        } else {
            assertEquals(expected, state.on(command, SUZUKI).status().code());
        }
    }

    @ParameterizedTest
    @MethodSource("workOfACounsellor")
    void whoeverWorksOnACaseIsItsAssignee(Command command) {
        assertEquals("suzuki", STATES.get(1).on(command, SUZUKI).assignee());
    }

    static Stream<Command> workOfACounsellor() {
        return Stream.of(new Command.Take(), new Command.Answer(), new Command.HandOver(true), new Command.Close());
    }

    @ParameterizedTest
    @MethodSource("openStates")
    void whoeverIsGivenACaseIsItsAssigneeAndNotWhoGaveIt(Consultation state) {
        assertEquals(
                "tanaka",
                state.on(new Command.Assign("tanaka", "Tanaka"), SUZUKI).assignee());
    }

    static Stream<Consultation> openStates() {
        return STATES.stream().filter(Consultation.Open.class::isInstance);
    }

    @Test
    void aCaseThatIsGivenBackIsNobodysAndThereIsNobodyToGiveItBackTwice() {
        for (Consultation state : List.of(STATES.get(1), STATES.get(4))) {
            Consultation released = state.on(new Command.Release(), SUZUKI);
            assertEquals("", released.assignee());
            assertThrows(Refusal.class, () -> released.on(new Command.Release(), SUZUKI));
        }
    }

    @Test
    void whoAskedForApprovalGoesOnWithTheCaseAndNotWhoApproved() {
        assertEquals(
                "sato",
                STATES.getFirst().on(new Command.Approve("sato", true), SUZUKI).assignee());
    }

    @Test
    void whoClosedTheCaseHasItAgainWhenThePersonWrites() {
        assertEquals(
                "sato",
                STATES.getLast().on(new Command.Reopen(), Actor.consulter()).assignee());
    }

    @Test
    void aCaseThatCameBackLiesAboveEverythingButEmergencies() {
        assertEquals(0, Queue.rank(ConsultationStatus.RECEIVED, Urgency.EMERGENCY, true, false));
        assertEquals(1, Queue.rank(ConsultationStatus.IN_PROGRESS, Urgency.EMERGENCY, false, false));
        assertEquals(3, Queue.rank(ConsultationStatus.RETURNED, Urgency.LOW, true, false));
        assertEquals(4, Queue.rank(ConsultationStatus.RECEIVED, Urgency.HIGH, true, false));
        assertEquals(5, Queue.rank(ConsultationStatus.IN_PROGRESS, Urgency.NORMAL, false, false));
        assertEquals(6, Queue.rank(ConsultationStatus.RECEIVED, Urgency.LOW, true, false));
        assertEquals(7, Queue.rank(ConsultationStatus.ADVISED, Urgency.HIGH, false, false));
        assertEquals(8, Queue.rank(ConsultationStatus.CLOSED, Urgency.EMERGENCY, true, false));
    }

    @Test
    void aPeriodOfTheLawThatEndsSoonLiesAboveEverythingButEmergenciesAsLongAsWeHaveToAct() {
        assertEquals(2, Queue.rank(ConsultationStatus.RECEIVED, Urgency.LOW, true, true));
        assertEquals(2, Queue.rank(ConsultationStatus.RETURNED, Urgency.HIGH, true, true));
        assertEquals(2, Queue.rank(ConsultationStatus.ADVISED, Urgency.LOW, true, true));
        assertEquals(7, Queue.rank(ConsultationStatus.ADVISED, Urgency.LOW, false, true));
        assertEquals(1, Queue.rank(ConsultationStatus.RECEIVED, Urgency.EMERGENCY, false, true));
        assertEquals(8, Queue.rank(ConsultationStatus.CLOSED, Urgency.LOW, true, true));
    }

    @Test
    void aCaseThatADeskHasComesUpWhenThePersonWrites() {
        assertEquals(7, Queue.rank(ConsultationStatus.REFERRED, Urgency.NORMAL, false, false));
        assertEquals(5, Queue.rank(ConsultationStatus.REFERRED, Urgency.NORMAL, true, false));
    }
}
