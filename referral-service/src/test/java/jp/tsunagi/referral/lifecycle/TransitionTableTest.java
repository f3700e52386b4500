package jp.tsunagi.referral.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** referral-transitions.csv against the switch: every state x every command x every actor, 8,928 cells. */
@Requirement({"R2.2", "R8.1"})
class TransitionTableTest {

    private static final int STATES = 24;
    private static final int COMMANDS = 31;
    private static final int PEOPLE = 12;

    /** How many cells the table allows, so that no edit of the table opens or closes a cell unseen. */
    private static final int ALLOWED = 431;

    /**
     * A row of the table; its last four columns say for a machine what the others say for people.
     *
     * @param requires properties that a state must have beside its status
     * @param not properties that a state must not have
     */
    private record Row(
            String id,
            String command,
            String to,
            Set<String> statuses,
            Set<String> requires,
            Set<String> not,
            Set<String> roles) {

        static Row read(String line) {
            String[] c = line.split(",", -1);
            return new Row(c[0], c[1], c[3], list(c[8]), list(c[9]), list(c[10]), list(c[11]));
        }

        private static Set<String> list(String cell) {
            return cell.isEmpty() ? Set.of() : Set.of(cell.split("\\|"));
        }

        /** @param state a name of the fixtures: the status, then its properties */
        boolean lists(String state, Set<String> held) {
            String status = state.split(" ")[0];
            Set<String> properties = Set.of(state.split(" "));
            return statuses.contains(status)
                    && properties.containsAll(requires)
                    && Collections.disjoint(properties, not)
                    && roles.stream().anyMatch(role -> permits(role, properties, held));
        }

        private static boolean permits(String role, Set<String> properties, Set<String> held) {
            String[] conditional = role.split(" if ");
            return held.contains(conditional[0]) && (conditional.length == 1 || properties.contains(conditional[1]));
        }
    }

    private record Person(Actor actor, Set<String> roles) {}

    private final List<Row> rows = rows();
    private final Map<String, Person> people = people();
    private final Map<String, Referral> states = ReferralFixtures.states();

    @TestFactory
    Stream<DynamicContainer> theTableAllowsWhatItListsAndRefusesEverythingElseWithAReason() {
        return states.entrySet().stream()
                .map(state -> dynamicContainer(
                        state.getKey(),
                        Arrays.stream(CommandType.values())
                                .map(type -> everybodyTries(state.getKey(), state.getValue(), type))));
    }

    @Test
    void theTableCoversEveryCellAndAllowsTheKnownNumber() {
        long allowed = states.keySet().stream()
                .flatMap(state -> rows.stream()
                        .flatMap(row -> people.values().stream().filter(person -> row.lists(state, person.roles))))
                .count();

        assertEquals(STATES, states.size());
        assertEquals(COMMANDS, CommandType.values().length);
        assertEquals(PEOPLE, people.size());
        assertEquals(ALLOWED, allowed);
    }

    @Test
    void theTableHasARowForTheCreationAndOneForEachCommand() {
        assertEquals("create", rows.getFirst().command);
        assertEquals(
                Arrays.stream(CommandType.values()).map(CommandType::code).toList(),
                rows.stream().skip(1).map(Row::command).toList());
    }

    private DynamicTest everybodyTries(String name, Referral state, CommandType type) {
        Row row = rows.stream()
                .filter(listed -> listed.command.equals(type.code()))
                .findFirst()
                .orElseThrow();
        Command command = ReferralFixtures.aCommand(type);
        return dynamicTest(
                row.id + " " + type.code(),
                () -> people.forEach((who, person) -> {
                    if (row.lists(name, person.roles)) {
                        Transition transition = state.on(command, person.actor, ReferralFixtures.NOW);
                        assertEquals(expected(row, state), reached(transition), who);
                    } else {
                        Refusal no = assertThrows(
                                Refusal.class, () -> state.on(command, person.actor, ReferralFixtures.NOW), who);
                        assertNotNull(no.values().get("reason"), who);
                    }
                }));
    }

    private static String expected(Row row, Referral from) {
        return switch (row.to) {
            case "-" -> "gone";
            case "unchanged", "unchanged (child draft)", "(new draft)" ->
                StatusSummary.status(from).code();
            case "resumeTo" ->
                switch (from) {
                    case Referral.AwaitingInformation asked ->
                        StatusSummary.status(asked.before()).code();
                    case Active.Held held -> StatusSummary.status(held.before()).code();
                    default -> "nowhere";
                };
            default -> row.to;
        };
    }

    private static String reached(Transition transition) {
        return switch (transition) {
            case Transition.Moved moved -> StatusSummary.status(moved.to()).code();
            case Transition.Forwarded forwarded ->
                StatusSummary.status(forwarded.parent()).code();
            case Transition.Reopened reopened ->
                StatusSummary.status(reopened.replaced()).code();
            case Transition.Discarded _ -> "gone";
        };
    }

    private static Map<String, Person> people() {
        Set<String> origin = Set.of("origin.consultant", "origin.intake");
        Set<String> target = Set.of("target.intake", "target.handler");
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("origin counsellor", new Person(ReferralFixtures.SATO, origin));
        people.put("origin supervisor", person("IHAHO", Set.of("origin.supervisor", "origin.approver"), "supervisor"));
        people.put("origin machine", person("IHAHO", origin, "referral:create"));
        people.put(
                "origin machine with a leading role",
                person("IHAHO", Set.of("origin.supervisor"), "supervisor", "machine"));
        people.put("target supervisor", person("SIA", Set.of(), "supervisor"));
        people.put("target staff", new Person(ReferralFixtures.KIMURA, target));
        people.put(
                "target machine",
                person("SIA", Set.of("target.system", "target.intake", "target.handler"), "referral:decide"));
        people.put("target reader", person("SIA", Set.of(), "referral:read"));
        people.put("timer", new Person(Actor.system("referral"), Set.of("system")));
        people.put("privacy officer", person("IHAHO", Set.of("privacy.officer"), "privacy-officer"));
        people.put("another agency", person("TOKYO", Set.of(), "agency-staff", "referral:decide"));
        people.put("nobody", person("", Set.of()));
        return people;
    }

    private static Person person(String agency, Set<String> held, String... roles) {
        return new Person(ReferralFixtures.person("x", agency, roles), held);
    }

    private static List<Row> rows() {
        try (var csv = TransitionTableTest.class.getResourceAsStream("/referral-transitions.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Row::read)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
