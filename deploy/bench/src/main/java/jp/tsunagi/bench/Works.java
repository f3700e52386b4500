package jp.tsunagi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pieces of work, ours and the bare endpoint's, straight at each process without the gateway. */
final class Works {

    private static final String ORIGIN = "agency-sia";
    private static final String TARGET = "agency-tokyo";
    private static final String TEXT = "匿名掲示板に名前と学校を書かれて困っています。消してほしいです。".repeat(4);

    private static final Consumer<String> FORGET = _ -> {};

    private final Platform platform;
    private final Vertx vertx;
    private final Queue<String> referrals = new ConcurrentLinkedQueue<>();
    private final Queue<String> records = new ConcurrentLinkedQueue<>();
    private volatile String aReferral = "";
    private volatile String aRecord = "";
    private volatile String code = "";

    Works(Platform platform, Vertx vertx) {
        this.platform = platform;
        this.vertx = vertx;
    }

    /** The id of the last referral that {@link #create} made. */
    UUID lastReferral() {
        return UUID.fromString(aReferral);
    }

    HttpContender create() {
        return ours(
                "create",
                () -> change(
                        ORIGIN,
                        "/v1/referrals",
                        """
                {"consultationRef":"%s","originDesk":"SIA_HIBO","targetDesk":"TOKYO_KOTAERU",
                 "classification":{"categories":["defamation"],"wish":"delete_by_other","consulterType":"victim_self","ageBand":"13-15","urgency":"normal"},
                 "basis":{"kind":"consent","recordId":"2026-0001","textVersion":"2026-11","givenAt":"%s"},
                 "disclosedData":{"summary":"掲示板の書き込みについての相談です。","narrative":"%s","urls":["https://bbs.example.net/2"],"contact":"a@example.jp"}}""".formatted(UUID.randomUUID(), Instant.now().minus(1, ChronoUnit.DAYS), TEXT),
                        Map.of()),
                body -> {
                    aReferral = id(body);
                    referrals.add(aReferral);
                });
    }

    HttpContender bareThree() {
        return bare("bare, three rows", () -> change(ORIGIN, "/three", bareBody(), Map.of()), body -> {
            aRecord = id(body);
            records.add(aRecord);
        });
    }

    HttpContender bareSame() {
        return bare("bare, the same rows", () -> change(ORIGIN, "/same", bareBody(), Map.of()), FORGET);
    }

    Contender accept() {
        return new AfterPreparing(
                create(),
                ours(
                        "accept",
                        () -> {
                            String id = referrals.poll();
                            return id == null
                                    ? null
                                    : change(
                                            TARGET,
                                            "/v1/referrals/" + id + "/accept",
                                            "{}",
                                            Map.of("If-Match", "\"2\""));
                        },
                        FORGET));
    }

    Contender bareAccept() {
        return new AfterPreparing(
                bareThree(),
                bare(
                        "bare, three rows",
                        () -> {
                            String id = records.poll();
                            return id == null ? null : change(TARGET, "/three/" + id + "/accept", "{}", Map.of());
                        },
                        FORGET));
    }

    HttpContender inbox() {
        return ours("inbox", () -> Call.get("/v1/referrals?box=inbox&limit=50", platform.token(TARGET)), FORGET);
    }

    HttpContender bareList() {
        return bare("bare, 50 rows", () -> Call.get("/three?owner=TOKYO", platform.token(TARGET)), FORGET);
    }

    HttpContender read() {
        return ours("read", () -> Call.get("/v1/referrals/" + aReferral, platform.token(ORIGIN)), FORGET);
    }

    HttpContender bareRead() {
        return bare("bare, one row", () -> Call.get("/three/" + aRecord, platform.token(ORIGIN)), FORGET);
    }

    /** A consultation as a program sends it for somebody; nobody signs in for that. */
    HttpContender consult() {
        return new HttpContender(
                "consult",
                vertx,
                platform.port("INTAKE"),
                () -> Call.post("/v1/consultations", headers(Map.of()), """
                {"text":"%s","urls":["https://bbs.example.net/test/read/9/15"],"categories":["defamation"],"wish":"delete_by_other","danger":"no",
                 "consulter":{"type":"victim_self","ageBand":"16-17","callName":"みなと"},"contact":"minato@mail.example.jp"}""".formatted(TEXT)),
                body -> code = member(body, "confirmationCode"));
    }

    /** What a consulter reads with the code of the last consultation. */
    HttpContender mailbox() {
        return new HttpContender(
                "mailbox",
                vertx,
                platform.port("INTAKE"),
                () -> new Call(HttpMethod.GET, "/v1/mailbox", Map.of("Confirmation-Code", code), null),
                FORGET);
    }

    /** A page that anybody may read, through the gateway. */
    Contender page(String path) {
        return new HttpContender(
                path, vertx, platform.port("GATEWAY"), () -> new Call(HttpMethod.GET, path, Map.of(), null), FORGET);
    }

    /** A page for a counsellor who has just signed in, through the gateway. */
    Contender staffPage(String path) {
        return new Contender() {
            @Override
            public String name() {
                return path;
            }

            @Override
            public Result run(int connections, Duration time) throws Exception {
                String cookies = Session.signIn(platform, "sato");
                return new HttpContender(
                                path,
                                vertx,
                                platform.port("GATEWAY"),
                                () -> new Call(HttpMethod.GET, path, Map.of("Cookie", cookies), null),
                                FORGET)
                        .run(connections, time);
            }
        };
    }

    private HttpContender ours(String name, Supplier<@Nullable Call> calls, Consumer<String> answers) {
        return new HttpContender(name, vertx, platform.port("REFERRAL"), calls, answers);
    }

    private HttpContender bare(String name, Supplier<@Nullable Call> calls, Consumer<String> answers) {
        return new HttpContender(name, vertx, platform.port("BARE"), calls, answers);
    }

    private Call change(String client, String path, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers(headers));
        all.put("Authorization", "Bearer " + platform.token(client));
        return Call.post(path, all, body);
    }

    private static Map<String, String> headers(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("Content-Type", "application/json");
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return all;
    }

    private static String bareBody() {
        return "{\"owner\":\"TOKYO\",\"text\":\"" + TEXT + "\"}";
    }

    private static String id(String body) {
        return member(body, "id");
    }

    /** The first text member of this name; a parser would take its part of the machine that is measured. */
    private static String member(String body, String name) {
        int at = body.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return body.substring(at, body.indexOf('"', at));
    }

    /** Each can be accepted once, so that there must be enough of them before the turn begins. */
    private record AfterPreparing(HttpContender before, HttpContender contender) implements Contender {
        @Override
        public String name() {
            return contender.name();
        }

        @Override
        public Result run(int connections, Duration time) throws Exception {
            before.run(Math.max(8, connections), time.plus(time));
            return contender.run(connections, time);
        }
    }
}
