package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagi.e2e.RetryingClient.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many people work while one part after the other is killed at random moments. Afterwards what every answer promised is
 * compared with every record of every service.
 */
@ExtendWith(World.Shared.class)
class RandomKillsJourney {

    /** Repeats the order and the moments of a run, as far as a machine can. */
    private static final String SEED = "tsunagi.kills.seed";

    /** What others need to start stands before them. */
    private static final List<String> PARTS = List.of("postgres", "kafka", "intake", "referral", "council", "gateway");

    private static final Duration LONGEST_PEACE = Duration.ofSeconds(3);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(1);
    private static final int CONSULTERS = 2;

    private final Promises promises = new Promises();

    @Test
    @Tag("P1")
    @Tag("P2")
    @Tag("P3")
    @Tag("P5")
    @Tag("P8")
    @Tag("P13")
    void whateverDiesEveryPromiseIsKeptOnceAndNobodyIsShownWhatIsNotTheirs(World world) throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.println("the kills of this run: -D" + SEED + "=" + seed);
        var records = new Records(world.stack());
        var consultationsBefore = records.rows("intake", "select id from consultation");
        var referralsBefore = records.rows("referral", "select id from referral");

        try (var office = new BusyOffice(world, promises)) {
            workWhileAllIsKilled(world.stack(), office, new Random(seed));
            System.out.println("answers: " + promises.answers());
            Eventually.passesInMinutes("nothing is on its way", () -> assertEquals(List.of(), records.moving()));

            assertEquals(List.of(), promises.complaints());
            assertEquals(List.of(), records.disagreements());
            assertEquals(List.of(), records.inClear(Promises.OF_CONSULTERS));
            var consultations = records.rows("intake", "select id from consultation");
            consultations.removeAll(consultationsBefore);
            whatWasToldIsThereOnce(consultations, office);
            var referrals = records.rows("referral", "select id from referral where origin_agency <> 'IHAHO'");
            referrals.removeAll(referralsBefore);
            whatWasSentIsThereOnce(referrals, world.stack());
            var handedOver = records.rows("referral", "select id from referral where origin_agency = 'IHAHO'");
            handedOver.removeAll(referralsBefore);
            whatWasHandedOverIsThereOnce(handedOver, office);
        }
        eachStandsInTheAuditOnce(records);
        everybodySawTheirOwn(records);
        assertTrue(promises.answers().containsKey("503"), "nobody noticed anything");
    }

    private void workWhileAllIsKilled(LocalStack stack, BusyOffice office, Random random) throws Exception {
        var workers = new ArrayList<Future<?>>();
        try (var threads = Executors.newCachedThreadPool()) {
            Future<?> killer = threads.submit(() -> killAll(stack, random));
            workers.add(killer);
            BooleanSupplier goesOn = () -> !killer.isDone();
            for (int i = 1; i <= CONSULTERS; i++) {
                var consulter = new BusyConsulter(stack, promises, i);
                workers.add(threads.submit(Executors.callable(() -> consulter.work(goesOn))));
            }
            for (BusyAgency agency : agencies(stack)) {
                workers.add(threads.submit(Executors.callable(() -> agency.work(goesOn))));
            }
            // A browser belongs to the thread that opened it.
            office.work(goesOn);
        } finally {
            // A part that did not come back is why the others were not answered: its failure is the one to be told.
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
    }

    /** Every part once, in any order, and now and then a second one before the first is back. */
    private static void killAll(LocalStack stack, Random random) {
        var parts = new ArrayList<>(PARTS);
        Collections.shuffle(parts, random);
        for (String part : parts) {
            wait(LONGEST_PEACE, random);
            stack.kill(part);
            String other = PARTS.get(random.nextInt(PARTS.size()));
            boolean isDouble = random.nextInt(4) == 0 && !other.equals(part);
            System.out.println("killed: " + part + (isDouble ? " and " + other : ""));
            if (isDouble) {
                wait(LONGEST_GAP, random);
                stack.kill(other);
            }
            (isDouble ? Stream.of(part, other) : Stream.of(part))
                    .sorted(Comparator.comparing(PARTS::indexOf))
                    .forEach(stack::restart);
        }
        wait(LONGEST_PEACE, random);
    }

    private static void wait(Duration longest, Random random) {
        LockSupport.parkNanos(random.nextLong(longest.toNanos()));
    }

    private List<BusyAgency> agencies(LocalStack stack) {
        var sia = new BusyAgency.Desk("SIA", "SIA_HIBO", "30-39");
        var tokyo = new BusyAgency.Desk("TOKYO", "TOKYO_KOTAERU", "13-15");
        var moj = new BusyAgency.Desk("MOJ", "MOJ_JINKEN", "30-39");
        return List.of(
                new BusyAgency(stack, promises, 101, sia, List.of(tokyo, moj)),
                new BusyAgency(stack, promises, 102, tokyo, List.of(sia, moj)));
    }

    /** Each new case holds what one consulter was told is received, word for word, and no case is left over. */
    private void whatWasToldIsThereOnce(List<String> cases, BusyOffice office) {
        var expected = new ArrayList<String>();
        promises.told.forEach(told -> expected.add(told.text() + " " + told.messages() + " " + told.answers()));
        var found = new ArrayList<String>();
        for (String id : cases) {
            JsonNode file = office.readCase(id);
            var messages = new ArrayList<String>();
            var answers = new ArrayList<String>();
            file.path("messages")
                    .forEach(one -> (one.path("fromConsulter").asBoolean() ? messages : answers)
                            .add(one.path("text").asText()));
            found.add(file.path("text").asText() + " " + messages + " " + answers);
        }
        assertTrue(expected.size() > 10, () -> "only " + expected.size() + " consultations");
        areTheSame(expected, found);
    }

    private void whatWasSentIsThereOnce(List<String> referrals, LocalStack stack) {
        var found = new ArrayList<String>();
        for (BusyAgency agency : agencies(stack)) {
            try (var direct = new RetryingClient.Direct(stack, agency.number())) {
                var client = agency.client(direct);
                for (String id : referrals) {
                    JsonNode referral =
                            client.ask(Call.get("/v1/referrals/" + id)).json();
                    if (agency.agency()
                            .equals(referral.at("/parties/origin/agency").asText())) {
                        found.add(id + " " + content(referral));
                    }
                }
            }
        }
        var expected = new ArrayList<String>();
        promises.sent.values().forEach(sent -> expected.add(sent.id() + " " + sent.text() + " " + sent.notes()));
        assertTrue(expected.size() > 5, () -> "only " + expected.size() + " referrals");
        areTheSame(expected, found);
        areTheSame(List.copyOf(promises.sent.keySet()), referrals);
    }

    private void whatWasHandedOverIsThereOnce(List<String> referrals, BusyOffice office) {
        var expected = new ArrayList<String>();
        promises.handedOver.forEach(one -> expected.add(one.referral() + " " + one.text() + " []"));
        var found = new ArrayList<String>();
        referrals.forEach(id -> found.add(id + " " + content(office.readReferral(id))));
        assertTrue(!expected.isEmpty(), "nothing was handed over");
        areTheSame(expected, found);
    }

    /** What was disclosed, and what the target noted since. */
    private static String content(JsonNode referral) {
        var notes = StreamSupport.stream(referral.path("history").spliterator(), false)
                .filter(line -> line.path("command").asText().equals("report-progress"))
                .map(line -> line.path("words").asText())
                .toList();
        return referral.path("disclosedData").path("narrative").asText() + " " + notes;
    }

    private void eachStandsInTheAuditOnce(Records records) {
        var wrong = new ArrayList<String>();
        var audited = new HashMap<String, Map<String, String>>();
        Records.SERVICES.forEach(service -> audited.put(service, records.audited(service)));
        promises.audited.forEach(one -> {
            String rows = audited.get(one.service()).getOrDefault(one.row(), "0");
            if (!rows.equals("1")) {
                wrong.add(one + " stands in the audit " + rows + " times");
            }
        });
        assertTrue(promises.audited.size() > 100, () -> "only " + promises.audited.size() + " rows of audit");
        assertEquals(List.of(), wrong);
    }

    private void everybodySawTheirOwn(Records records) {
        var allowed = new TreeSet<>(records.rows("referral", """
                select origin_agency, id from referral union select target_agency, id from referral where sent"""));
        assertEquals(
                List.of(),
                promises.seen.stream()
                        .filter(one -> !allowed.contains(one.agency() + " " + one.referral()))
                        .toList());
    }

    /** Names only what differs. */
    private static void areTheSame(List<String> promised, List<String> found) {
        var lost = new ArrayList<>(promised);
        found.forEach(lost::remove);
        var doubled = new ArrayList<>(found);
        promised.forEach(doubled::remove);
        assertEquals(List.of(), lost, "promised and not there");
        assertEquals(List.of(), doubled, "there and not promised, or twice");
    }
}
