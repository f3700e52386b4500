package jp.tsunagi.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.tsunagi.testing.SeenLogs;

/**
 * Sends the running service wrong and hostile values at every place that its API document names, and fails when one is
 * answered by 5xx or without a problem, breaks the connection, is found in a log, or leaves no trace in the audit.
 *
 * <p>{@code -Dtsunagi.fuzz.requests=} says how many requests, {@code -Dtsunagi.fuzz.seed=} which. A run is repeated by
 * its seed, as long as neither the document nor the lists of values change.
 */
public final class Fuzzer {

    private static final int THREADS = 4;

    /** Of all requests of an operation, the part that has one fault; the others have several. */
    private static final double SINGLE = 0.8;

    private static final String NOBODY = "nobody";

    /** A token lives five minutes. */
    private static final Duration TOKEN_AGE = Duration.ofMinutes(2);

    private record KnownFailure(Pattern titles, String why) {}

    private final long seed;
    private final int requests = Integer.getInteger("tsunagi.fuzz.requests", 1_200);
    private final Map<String, Supplier<String>> callers = new LinkedHashMap<>();
    private final List<GoodValues.Place> places = new ArrayList<>();
    private final List<Operation> forms = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final List<KnownFailure> known = new ArrayList<>();
    private String only = "/";

    private final String canary;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, AtomicInteger> statuses = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Finding> findings = Collections.synchronizedMap(new LinkedHashMap<>());

    /** How many wrong requests each operation that needs a version has carried out all the same. */
    private final Map<String, AtomicInteger> carriedOut = new ConcurrentHashMap<>();

    /** Requests that were refused although the token was good: the audit must know each. */
    private final Queue<Exchange> refused = new ConcurrentLinkedQueue<>();

    private Fuzzer(long seed) {
        this.seed = seed;
        this.canary = word(new Random(seed));
    }

    /** Without a seed of its own a run in the build is always the same, so that green stays green; a longer one is not. */
    public static Fuzzer ofThisService() {
        boolean isLong = System.getProperty("tsunagi.fuzz.requests") != null;
        return new Fuzzer(Long.getLong("tsunagi.fuzz.seed", isLong ? System.nanoTime() : 1));
    }

    /** Somebody with a good token; nobody without one asks, too. */
    public Fuzzer as(String caller, Supplier<String> token) {
        callers.put(caller, token);
        return this;
    }

    /**
     * Good values for the operations whose path begins with the prefix; the longest prefix wins. A name with a capital
     * is a header, one with a slash points to a member that the example has, any other is a path parameter or a field of
     * a form. They are asked for again when a request may have used them up.
     */
    public Fuzzer at(String prefix, Supplier<Map<String, String>> values) {
        return at(prefix, values, UnaryOperator.identity());
    }

    /** The same, with what reads the present version of the object, which the requests before may have changed. */
    public Fuzzer at(String prefix, Supplier<Map<String, String>> values, UnaryOperator<Map<String, String>> current) {
        places.add(new GoodValues.Place(prefix, values, current));
        return this;
    }

    /** A page or form, which the document does not name. A field's name may hold a step of the path in braces. */
    public Fuzzer form(String method, String path, String... fields) {
        forms.add(Operation.form(method, path, List.of(fields)));
        return this;
    }

    /** Topics that carry what everybody may read, and may therefore hold what was sent. */
    public Fuzzer publishing(String... topics) {
        published.addAll(List.of(topics));
        return this;
    }

    /** A failure that is known and not yet mended: its title, as the run prints it, matches the pattern. */
    public Fuzzer knownFailure(String titles, String why) {
        known.add(new KnownFailure(Pattern.compile(titles, Pattern.DOTALL), why));
        return this;
    }

    /** Asks only the operations whose path begins with the prefix. */
    public Fuzzer only(String prefix) {
        only = prefix;
        return this;
    }

    /** Sends everything, and fails with the findings that are not known. */
    public void run() {
        findings();
        List<Finding> unknown = new ArrayList<>(findings.values());
        for (KnownFailure one : known) {
            long before = unknown.size();
            unknown.removeIf(finding -> one.titles().matcher(finding.title()).find());
            System.out.println("known failure, " + (before - unknown.size()) + " times: " + one.why());
        }
        assertTrue(
                unknown.isEmpty(),
                () -> unknown.size() + " findings of seed " + seed + ":\n"
                        + unknown.stream()
                                .map(finding -> "* " + finding.title() + "\n" + finding.evidence())
                                .collect(Collectors.joining("\n")));
    }

    /** Sends everything and returns the titles of what must not be. */
    Set<String> findings() {
        Instant begin = Instant.now();
        try (SeenLogs logs = SeenLogs.open();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Operation> operations = new ArrayList<>(Operation.ofThisService());
            operations.addAll(forms);
            operations.removeIf(operation -> !operation.path().startsWith(only));
            int share = Math.max(1, requests / operations.size());
            operations.stream()
                    .filter(Operation::needsVersion)
                    .forEach(operation -> carriedOut.put(operation.toString(), new AtomicInteger()));
            List<Future<?>> tasks = new ArrayList<>();
            for (Operation operation : operations) {
                tasks.add(threads.submit(() -> ask(operation, share)));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
            mustBeReady();
            mustBeReached();
            audited();
            for (String place : logs.places(canary, published)) {
                add(new Finding("what was sent is in " + place.replaceAll(canary + "\\w*", "…"), place));
            }
            System.out.printf(
                    "fuzz: %d requests to %d operations in %d s, seed %d, answers %s, %d log records, %d findings%n",
                    sent.get(),
                    operations.size(),
                    Duration.between(begin, Instant.now()).toSeconds(),
                    seed,
                    statuses,
                    logs.size(),
                    findings.size());
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("the run of seed " + seed + " failed", failed);
        }
        return new HashSet<>(findings.keySet());
    }

    private void ask(Operation operation, int share) {
        Random random = new Random(seed ^ operation.toString().hashCode());
        List<Fault> faults = spread(Fault.of(operation), random);
        try (Asking asking = new Asking(operation, random)) {
            asking.tryEveryCaller();
            int singles = Math.min(faults.size(), (int) (share * SINGLE));
            for (Fault fault : faults.subList(0, singles)) {
                asking.send(List.of(fault));
            }
            for (int i = singles; i < share; i++) {
                asking.send(several(faults, random));
            }
        } catch (IOException unreachable) {
            add(new Finding(operation + ": " + unreachable, ""));
        }
    }

    /** Goes round all places, so that few requests touch each place and many requests try each value there. */
    private static List<Fault> spread(List<Fault> faults, Random random) {
        Map<String, List<Fault>> byPlace = new LinkedHashMap<>();
        faults.forEach(fault ->
                byPlace.computeIfAbsent(fault.place(), _ -> new ArrayList<>()).add(fault));
        byPlace.values().forEach(list -> Collections.shuffle(list, random));
        List<List<Fault>> lists = new ArrayList<>(byPlace.values());
        Collections.shuffle(lists, random);
        List<Fault> spread = new ArrayList<>();
        for (int round = 0; spread.size() < faults.size(); round++) {
            for (List<Fault> list : lists) {
                if (round < list.size()) {
                    spread.add(list.get(round));
                }
            }
        }
        return spread;
    }

    private static List<Fault> several(List<Fault> faults, Random random) {
        List<Fault> several = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            several.add(faults.get(random.nextInt(faults.size())));
        }
        // The frame goes around everything else.
        several.sort(java.util.Comparator.comparing(fault -> fault.expected() == Fault.Expected.CLOSED));
        return several;
    }

    /** The requests to one operation, one after the other over one connection. */
    private final class Asking implements AutoCloseable {

        private final Operation operation;
        private final Random random;
        private final Wire wire = new Wire(RestAssured.port);

        /** Whose role is right. */
        private final List<String> admitted = new ArrayList<>();

        /** Who in fact carried the operation out. */
        private final List<String> able = new ArrayList<>();

        private final Map<String, String> tokens = new LinkedHashMap<>();
        private Instant tokensFrom = Instant.EPOCH;
        private final GoodValues values;

        Asking(Operation operation, Random random) {
            this.operation = operation;
            this.random = random;
            this.values = GoodValues.of(operation, places);
        }

        /** Sends the good request as everybody, to learn who may. */
        void tryEveryCaller() throws IOException {
            for (String caller : names()) {
                int status = send(caller, List.of()).reply().status();
                if (GoodValues.isCarriedOut(operation, status)) {
                    able.add(caller);
                }
                if (status != 401 && status != 403) {
                    admitted.add(caller);
                }
            }
        }

        void send(List<Fault> faults) throws IOException {
            List<String> likely = switch (random.nextInt(10)) {
                case 0 -> names();
                case 1, 2, 3 -> admitted;
                default -> able.isEmpty() ? admitted : able;
            };
            List<String> callers = likely.isEmpty() ? names() : likely;
            send(callers.get(random.nextInt(callers.size())), faults);
        }

        private Exchange send(String caller, List<Fault> faults) throws IOException {
            int number = sent.incrementAndGet();
            String word = canary + Integer.toString(number, 36);
            boolean ownsId = faults.stream().noneMatch(fault -> fault.place().equals("header X-Request-Id"));
            String requestId = ownsId ? "fuzz-" + Long.toString(seed, 36).replace("-", "n") + "-" + number : "";
            Draft draft = new Draft(operation, values.next());
            draft.header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            draft.header("X-Forwarded-For", "198.51." + random.nextInt(256) + "." + random.nextInt(256));
            draft.header("X-Request-Id", requestId);
            if (!caller.equals(NOBODY)) {
                draft.header("Authorization", "Bearer " + token(caller));
            }
            faults.forEach(fault -> fault.apply().accept(draft, word));
            String octets = draft.octets();
            Wire.Reply reply = wire.send(octets, draft.method.equals("HEAD"));
            Exchange exchange = new Exchange(
                    operation,
                    caller,
                    draft.isWhole ? faults : faults.stream().map(Fault::anyhow).toList(),
                    draft.method,
                    octets,
                    word,
                    requestId,
                    reply);
            judge(exchange);
            return exchange;
        }

        private void judge(Exchange exchange) throws IOException {
            int status = exchange.reply().status();
            statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
            values.saw(status);
            if (!exchange.faults().isEmpty() && GoodValues.isCarriedOut(operation, status)) {
                carriedOut.computeIfPresent(operation.toString(), (_, count) -> {
                    count.incrementAndGet();
                    return count;
                });
            }
            exchange.complaint().ifPresent(what -> add(Finding.of(exchange, what)));
            if (exchange.expects(Fault.Expected.CLOSED) && status >= 400 && !wire.isClosedByServer()) {
                add(Finding.of(exchange, "the connection stays open"));
            }
            boolean isKnown = !exchange.caller().equals(NOBODY) && !exchange.touches("header Authorization");
            if (isKnown
                    && status >= 400
                    && status < 500
                    && !exchange.requestId().isEmpty()
                    && !exchange.expects(Fault.Expected.CLOSED)
                    && !exchange.isOfTheServer()) {
                refused.add(exchange);
            }
        }

        private String token(String caller) {
            if (tokensFrom.isBefore(Instant.now().minus(TOKEN_AGE))) {
                callers.forEach((name, token) -> tokens.put(name, token.get()));
                tokensFrom = Instant.now();
            }
            return tokens.getOrDefault(caller, "");
        }

        private List<String> names() {
            List<String> names = new ArrayList<>(callers.keySet());
            names.add(NOBODY);
            return names;
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    private void add(Finding finding) {
        findings.putIfAbsent(finding.title(), finding);
    }

    private void mustBeReady() {
        try (Wire wire = new Wire(RestAssured.port)) {
            int status = wire.send("GET /q/health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", false)
                    .status();
            if (status != 200) {
                add(new Finding("the service is not ready afterwards: " + status, ""));
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    /** A request that is refused for its version shows nothing of what the operation does with the rest of it. */
    private void mustBeReached() {
        carriedOut.forEach((operation, count) -> {
            System.out.println("carried out " + count + " times: " + operation);
            if (count.get() == 0) {
                add(new Finding(operation + ": no wrong request got past the version", ""));
            }
        });
    }

    private void audited() {
        try (Connection connection =
                CDI.current().select(DataSource.class).get().getConnection()) {
            for (String row : strings(
                    connection,
                    "select cast(a as text) from audit a where lower(cast(a as text)) like '%" + canary + "%'")) {
                add(new Finding("what was sent is in the audit: " + row.replaceAll(canary + "\\w*", "…"), row));
            }
            Set<String> ids = Set.of();
            // A refusal on the event loop is written beside it.
            for (int attempt = 0; attempt < 20 && !refused.isEmpty(); attempt++) {
                ids = new HashSet<>(strings(connection, "select request_id from audit where request_id like 'fuzz-%'"));
                Set<String> seen = ids;
                refused.removeIf(exchange -> seen.contains(exchange.requestId()));
                Thread.sleep(refused.isEmpty() ? 0 : 100);
            }
            refused.forEach(exchange -> add(Finding.of(exchange, "is refused and not in the audit")));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("zq");
        for (int i = 0; i < 10; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
