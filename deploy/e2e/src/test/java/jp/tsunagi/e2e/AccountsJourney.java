package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak takes something away from somebody who is at work: no door knows them a minute later. */
@ExtendWith(World.Shared.class)
class AccountsJourney {

    /** As promised, counted from Keycloak's answer to the administrator. */
    private static final Duration PROMISED = Duration.ofSeconds(60);

    /** Who is not accepted once may have met a hiccup. */
    private static final int KNOCKS_AFTERWARDS = 5;

    /** Somebody's door: what they do there again and again, and since when it must close. */
    private record Door(String whose, Instant since, IntSupplier knock) {}

    @Test
    @Tag("F10")
    @Tag("R6.9")
    @Tag("R7.3")
    @Tag("R7.4")
    void whatKeycloakTakesAwayStopsWithinAMinute(World world) {
        try (var administrator = new Administrator(world.stack())) {
            takeAway(world, administrator);
        }
        comeBack(world);
    }

    private static void takeAway(World world, Administrator administrator) {
        Deque<Runnable> undo = new ArrayDeque<>();
        try (var takahashi = world.computer();
                var hayashi = world.computer();
                var suzuki = world.computer()) {
            // All have a token of the latest moment, which lasts for the longest time.
            takahashi.openAs("takahashi", "/partner");
            hayashi.openAs("hayashi", "/council/admin");
            suzuki.openAs("suzuki", "/desk/queue");
            var tokyo = world.machine("agency-tokyo");
            var sia = world.machine("agency-sia");
            String tokenOfTokyo = tokyo.token();
            String tokenOfSia = sia.token();

            undo.push(() -> administrator.giveRole("takahashi", "agency-staff"));
            administrator.takeRole("takahashi", "agency-staff");
            var role = new Door("a role that was taken away", Instant.now(), () -> takahashi.statusOf("/partner"));
            undo.push(() -> administrator.setPersonEnabled("hayashi", true));
            administrator.setPersonEnabled("hayashi", false);
            var person = new Door("a disabled account", Instant.now(), () -> hayashi.statusOf("/council/admin"));
            administrator.signOut("suzuki");
            var session = new Door("a session ended at Keycloak", Instant.now(), () -> suzuki.statusOf("/desk/queue"));
            undo.push(() -> administrator.setMachineEnabled("agency-tokyo", true));
            administrator.setMachineEnabled("agency-tokyo", false);
            var machine = new Door("a disabled client", Instant.now(), () -> statusOf(tokyo, tokenOfTokyo));
            undo.push(() -> administrator.setSecret("agency-sia", world.stack().secret("agency-sia")));
            administrator.setSecret("agency-sia", "another-secret-than-before");
            var secret = new Door("a client with another secret", Instant.now(), () -> statusOf(sia, tokenOfSia));

            // Whoever has no valid token any more gets no other one, from the first second on.
            assertFalse(tokyo.isKnown());
            assertFalse(sia.isKnown());

            assertEquals(
                    Map.of(
                            role.whose, 403,
                            person.whose, 302,
                            session.whose, 302,
                            machine.whose, 401,
                            secret.whose, 401),
                    answersOnceClosed(List.of(role, person, session, machine, secret)));

            // No session at Keycloak signs them in again without a word.
            for (var gone :
                    Map.of(hayashi, "/council/admin", suzuki, "/desk/queue").entrySet()) {
                var page = gone.getKey().page();
                page.navigate(world.stack().url() + gone.getValue());
                assertFalse(world.stack().isSite(page.url()), page::url);
            }
        } finally {
            undo.forEach(Runnable::run);
        }
    }

    // It was for what the administrator did, and nothing else, that they were not accepted.
    private static void comeBack(World world) {
        try (var takahashi = world.computer();
                var hayashi = world.computer()) {
            takahashi.openAs("takahashi", "/partner");
            hayashi.openAs("hayashi", "/council/admin");
        }
        for (String client : List.of("agency-tokyo", "agency-sia")) {
            assertTrue(world.machine(client).isKnown(), client);
        }
    }

    private static int statusOf(Machine machine, String token) {
        return machine.getWith(token, "/v1/referrals?box=inbox").status();
    }

    /** Knocks at every door each second, and tells what the closed ones answered. */
    private static Map<String, Integer> answersOnceClosed(List<Door> doors) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        Map<String, Integer> wereOpen = new LinkedHashMap<>();
        for (int after = 0; after < KNOCKS_AFTERWARDS; after += answers.size() == doors.size() ? 1 : 0) {
            for (Door door : doors) {
                var asked = Duration.between(door.since, Instant.now());
                int status = door.knock.getAsInt();
                boolean accepted = status == 200;
                assertFalse(
                        accepted && answers.containsKey(door.whose), () -> door.whose + " is accepted again: " + asked);
                assertTrue(
                        !accepted || asked.compareTo(PROMISED) <= 0, () -> door.whose + " is accepted after " + asked);
                if (accepted) {
                    wereOpen.merge(door.whose, 1, Integer::sum);
                } else {
                    answers.putIfAbsent(door.whose, status);
                }
            }
            Eventually.aSecondLater();
        }
        assertEquals(doors.size(), wereOpen.size(), () -> "who was never accepted proves nothing: " + wereOpen);
        return answers;
    }
}
