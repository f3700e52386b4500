package jp.tsunagi.local.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.local.Api;
import jp.tsunagi.local.MachineToken;

/** One partner agency's system: looks into its inbox now and then, and takes one step at a time with each referral. */
final class Agency {
    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Set<String> ENDED = Set.of("completed", "rejected", "failed", "cancelled", "entered-in-error");

    private final ObjectMapper json = new ObjectMapper();
    private final String code;
    private final String elsewhere;
    private final String platform;
    private final MachineToken token;
    private final Map<String, Long> notBefore = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    Agency(String code, String elsewhere, String platform, MachineToken token) {
        this.code = code;
        this.elsewhere = elsewhere;
        this.platform = platform;
        this.token = token;
    }

    void workForever() {
        var rest = LOOK;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (var referral : inbox()) {
                    work(referral);
                }
                rest = LOOK;
            } catch (IOException e) {
                // The platform restarts, limits us or is away: come back later, each time later.
                rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
                say("rests " + rest.toSeconds() + " s: " + e.getMessage());
            }
            LockSupport.parkNanos(rest.toNanos());
        }
    }

    private List<JsonNode> inbox() throws IOException {
        var answer = Api.once(() -> request("/v1/referrals?box=inbox"));
        Api.mustBeFine("the inbox of " + code, answer);
        var open = new ArrayList<JsonNode>();
        for (var item : json.readTree(answer.body()).path("items")) {
            if (!ENDED.contains(item.path("status").asText())) {
                open.add(item);
            }
        }
        return open;
    }

    private void work(JsonNode listed) throws IOException {
        var id = listed.path("id").asText();
        var now = System.nanoTime();
        var turn = notBefore.computeIfAbsent(id, Agency::later);
        if (now - turn < 0) {
            return;
        }
        notBefore.put(id, later(id));
        var commands = new ArrayList<String>();
        var choice = Api.once(() -> request("/v1/referrals/" + id + "/available-commands"));
        Api.mustBeFine("the choice for " + id, choice);
        json.readTree(choice.body()).path("commands").forEach(command -> commands.add(command.asText()));
        var step = Step.next(id, commands, asked.contains(id), elsewhere);
        if (step.isPresent()) {
            take(id, step.get());
        }
    }

    private void take(String id, Step step) throws IOException {
        var seen = Api.once(() -> request("/v1/referrals/" + id));
        Api.mustBeFine("referral " + id, seen);
        var version = seen.headers().firstValue("ETag").orElse("");
        var key = UUID.nameUUIDFromBytes((id + step.command() + version).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = Api.once(() -> request("/v1/referrals/" + id + "/" + step.command())
                .header("If-Match", version)
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(step.body()))));
        if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
            Api.mustBeFine(step.command() + " of " + id, answer);
        }
        if (answer.statusCode() < 300 && step.command().equals("ask-information")) {
            asked.add(id);
        }
        say(step.command() + " " + id + " -> " + answer.statusCode()
                + (answer.statusCode() < 300 ? "" : " " + answer.body()));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(platform + path)).header("Authorization", "Bearer " + token.current());
    }

    /** A person would take a moment as well: ten to twenty-five seconds between two steps of one referral. */
    private static long later(String id) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(10 + Math.floorMod(id.hashCode(), 16));
    }

    private void say(String words) {
        System.out.println(code + " " + words);
    }
}
