package jp.tsunagi.referral.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** referral-transitions.csv against the switch: every state x every command x every actor. */
class TransitionTableTest {

    private record Row(String id, String verb, String from, String to, String actor, String guard) {}

    private record Person(Actor actor, Set<String> capacities) {}

    @Test
    void theTableAllowsWhatItListsAndRefusesEverythingElseWithAReason() {
        List<Row> rows = rows();
        int allowed = 0;
        int refused = 0;
        for (var state : ReferralFixtures.states().entrySet()) {
            for (Verb verb : Verb.values()) {
                for (var person : people().entrySet()) {
                    String cell = state.getKey() + " x " + verb.wire() + " x " + person.getKey();
                    Row row = rows.stream()
                            .filter(r -> r.verb.equals(verb.wire()))
                            .findFirst()
                            .orElseThrow();
                    Command command = ReferralFixtures.aCommand(verb);
                    if (lists(row, state.getKey(), person.getValue().capacities)) {
                        var step = allowed(cell, state.getValue(), command, person.getValue().actor);
                        assertEquals(expected(row, state.getValue()), reached(step), cell);
                        allowed++;
                    } else {
                        Refusal no = assertThrows(
                                Refusal.class,
                                () -> state.getValue().on(command, person.getValue().actor, ReferralFixtures.NOW),
                                cell);
                        assertNotNull(no.members().get("reason"), cell);
                        refused++;
                    }
                }
            }
        }
        System.out.printf("transition table: %d cells, %d allowed, %d refused%n", allowed + refused, allowed, refused);
        assertEquals(20 * 26 * 10, allowed + refused);
        assertEquals(310, allowed);
    }

    @Test
    void theTableHasTwentySevenRowsAndEveryCommandIsInIt() {
        List<Row> rows = rows();

        assertEquals(27, rows.size());
        assertEquals("create", rows.getFirst().verb);
        for (Verb verb : Verb.values()) {
            assertTrue(rows.stream().anyMatch(row -> row.verb.equals(verb.wire())), verb.wire());
        }
    }

    private static Referral.Step allowed(String cell, Referral state, Command command, Actor actor) {
        try {
            return state.on(command, actor, ReferralFixtures.NOW);
        } catch (Refusal no) {
            return fail(cell + " must be allowed, but: " + no.code());
        }
    }

    private static String expected(Row row, Referral from) {
        return switch (row.to) {
            case "-" -> "gone";
            case "unchanged", "unchanged (child draft)", "(new draft)" ->
                Standing.of(from).status().wire();
            case "resumeTo" ->
                switch (from) {
                    case Referral.AwaitingInformation asked ->
                        Standing.of(asked.before()).status().wire();
                    case Taken.Held held -> Standing.of(held.before()).status().wire();
                    default -> "nowhere";
                };
            default -> row.to;
        };
    }

    private static String reached(Referral.Step step) {
        return step.now() == null ? "gone" : Standing.of(step.now()).status().wire();
    }

    private static boolean lists(Row row, String state, Set<String> capacities) {
        return fromFits(row, state) && actorFits(row, state, capacities);
    }

    private static boolean fromFits(Row row, String state) {
        String status = state.split(" ")[0];
        boolean sent = !Set.of("draft", "entered-in-error").contains(status);
        if (row.from.startsWith("any with cancellation-requested")) {
            return state.contains("cancellation-requested");
        }
        if (row.from.startsWith("any")) {
            return sent;
        }
        if (row.from.startsWith("on-hold(awaiting-information)")) {
            return status.equals("on-hold") && state.contains("awaiting-information");
        }
        // Work can only be done on what was accepted: on-hold stands beside accepted in these rows.
        if (row.from.startsWith("accepted") && state.contains("undecided")) {
            return false;
        }
        if (row.guard.startsWith("kind=transfer") && !state.contains("transfer")) {
            return false;
        }
        if (row.guard.endsWith("kind=referral") && state.contains("transfer")) {
            return false;
        }
        if (row.from.contains("return-offered") && !state.contains("return-offered")) {
            return false;
        }
        return List.of(row.from.replaceAll(" .*", "").split("\\|")).contains(status);
    }

    private static boolean actorFits(Row row, String state, Set<String> capacities) {
        if (row.verb.equals("resume")) {
            return capacities.contains("target.handler")
                    || (state.contains("by-origin") && capacities.contains("origin.consultant"));
        }
        return List.of(row.actor.replaceAll(" \\(.*", "").split(" or ")).stream()
                .anyMatch(capacities::contains);
    }

    private static Map<String, Person> people() {
        Set<String> origin = Set.of("origin.consultant", "origin.intake");
        Set<String> target = Set.of("target.intake", "target.handler");
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("origin counsellor", new Person(ReferralFixtures.SATO, origin));
        people.put("origin supervisor", person("IHAHO", Set.of("origin.supervisor"), "supervisor"));
        people.put("origin machine", person("IHAHO", origin, "referral:create"));
        people.put("target staff", new Person(ReferralFixtures.KIMURA, target));
        people.put(
                "target machine",
                person("SIA", Set.of("target.system", "target.intake", "target.handler"), "referral:decide"));
        people.put("target reader", person("SIA", Set.of(), "referral:read"));
        people.put("timer", new Person(Actor.system("referral"), Set.of("system timer")));
        people.put(
                "privacy officer",
                person("IHAHO", Set.of("privacy officer", "platform privacy officer"), "privacy-officer"));
        people.put("another agency", person("TOKYO", Set.of(), "agency-staff", "referral:decide"));
        people.put("nobody", person("", Set.of()));
        return people;
    }

    private static Person person(String agency, Set<String> capacities, String... roles) {
        return new Person(ReferralFixtures.person("x", agency, roles), capacities);
    }

    private static List<Row> rows() {
        try (var csv = TransitionTableTest.class.getResourceAsStream("/referral-transitions.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(c -> new Row(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList();
        } catch (IOException missing) {
            return fail(missing);
        }
    }
}
