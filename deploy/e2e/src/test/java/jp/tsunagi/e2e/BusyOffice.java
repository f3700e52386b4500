package jp.tsunagi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import jp.tsunagi.e2e.Promises.Told;
import jp.tsunagi.e2e.RetryingClient.Call;
import jp.tsunagi.e2e.RetryingClient.Reply;

/** People with a session in a browser: a counsellor who answers and hands over, and three agencies in the portal. */
final class BusyOffice implements AutoCloseable {

    private static final Pattern LISTED = Pattern.compile("/partner/referrals/([0-9a-f-]{36})\"");

    private record Desk(String agency, Visitor visitor, RetryingClient client) {}

    private final Promises promises;
    private final Visitor counsellor;
    private final RetryingClient centre;
    private final List<Desk> portals;
    private final Set<String> handled = new HashSet<>();

    BusyOffice(World world, Promises promises) {
        this.promises = promises;
        this.counsellor = signedIn(world, "sato", "/desk/queue");
        this.centre = new RetryingClient(
                new Session(world.stack(), counsellor, "sato", "/desk/queue"),
                promises,
                owner -> owner.startsWith("consulter"));
        this.portals =
                List.of(desk(world, "kimura", "SIA"), desk(world, "tanaka", "TOKYO"), desk(world, "takahashi", "MOJ"));
    }

    private Desk desk(World world, String person, String agency) {
        Visitor visitor = signedIn(world, person, "/partner");
        return new Desk(
                agency,
                visitor,
                new RetryingClient(
                        new Session(world.stack(), visitor, person, "/partner"), promises, BusyAgency.isParty(agency)));
    }

    private static Visitor signedIn(World world, String person, String home) {
        Visitor visitor = world.computer();
        visitor.openAs(person, home);
        return visitor;
    }

    void work(BooleanSupplier goesOn) {
        for (int n = 0; goesOn.getAsBoolean(); n++) {
            promises.told.stream()
                    .filter(told -> !told.id().isEmpty() && handled.add(told.id()))
                    .findFirst()
                    .ifPresent(this::handle);
            lookAround(portals.get(n % portals.size()));
            RetryingClient.think();
        }
    }

    private void handle(Told told) {
        String answer = "回答です。" + Promises.canary(told.owner());
        Reply answered = change(told, "/answers", "{\"text\":\"" + answer + "\"}");
        promises.done("intake", "consultation.answer", answered);
        told.answers().add(answer);
        if (handled.size() % 2 == 0) {
            Reply handed = change(told, "/referrals", """
                    {"targetDesk":"MOJ_JINKEN","fields":["narrative","urls"],"summary":"掲示板に名前を書かれて困っている。",
                     "basis":{"kind":"consent","textVersion":"2026-11","givenAt":"%s"}}""".formatted(Instant.now()));
            promises.done("intake", "consultation.hand-over", handed);
            promises.handedOver.add(
                    new Promises.HandedOver(handed.json().path("referralId").asText(), told.text()));
        }
    }

    /** Looks again and decides anew when the consulter has written meanwhile. */
    private Reply change(Told told, String what, String body) {
        while (true) {
            String version = centre.acknowledged(Call.get("/v1/consultations/" + told.id()))
                    .headers()
                    .get("etag");
            Reply reply = centre.ask(
                    Call.post("/v1/consultations/" + told.id() + what, body).with("If-Match", version));
            if (reply.status() != 412) {
                if (!reply.isAcknowledged()) {
                    promises.complain(what + " was answered " + reply.status() + " " + reply.body());
                }
                return reply;
            }
        }
    }

    /** Both lists, a referral of the agency's own and one of others. */
    private void lookAround(Desk desk) {
        for (String page : List.of("/partner", "/partner/outbox")) {
            var listed = LISTED.matcher(desk.client.acknowledged(page(page)).body());
            while (listed.find()) {
                promises.seen.add(new Promises.Seen(desk.agency, listed.group(1)));
            }
        }
        promises.sent.values().stream().limit(4).forEach(one -> {
            boolean isOurs = List.of(one.origin(), one.target()).contains(desk.agency);
            Reply reply = desk.client.ask(page("/partner/referrals/" + one.id()));
            if (reply.status() != (isOurs ? 200 : 404)) {
                promises.complain(desk.agency + " opened " + one.id() + ": " + reply.status());
            }
        });
    }

    private static Call page(String path) {
        return Call.get(path).with("Accept", "text/html");
    }

    /** A case with everything in it, as the counsellor reads it. */
    JsonNode readCase(String id) {
        return centre.acknowledged(Call.get("/v1/consultations/" + id)).json();
    }

    /** A referral of the Centre, as the counsellor reads it. */
    JsonNode readReferral(String id) {
        return centre.acknowledged(Call.get("/v1/referrals/" + id)).json();
    }

    @Override
    public void close() {
        counsellor.close();
        portals.forEach(desk -> desk.visitor.close());
    }

    /** Sends with the cookies of a browser; when the gateway has forgotten the session, Keycloak still knows the person. */
    private record Session(LocalStack stack, Visitor visitor, String person, String home)
            implements RetryingClient.Sender {

        @Override
        public Reply send(Call call, String requestId) throws IOException {
            try {
                APIResponse answer = visitor.send(
                        call.method(),
                        call.path(),
                        call.with("X-Request-Id", requestId).headers(),
                        call.body());
                // A page leads to Keycloak where a program is told 401.
                boolean mustSignIn = answer.status() == 302 || answer.status() == 303;
                return new Reply(
                        mustSignIn ? 401 : answer.status(), new HashMap<>(answer.headers()), answer.text(), "", "");
            } catch (PlaywrightException gone) {
                throw new IOException(gone);
            }
        }

        @Override
        public boolean signInAgain() {
            try {
                visitor.page().navigate(stack.url() + home);
                if (visitor.has("#username")) {
                    visitor.openAs(person, home);
                }
            } catch (PlaywrightException gone) {
                // The next attempt leads here again.
            }
            return true;
        }
    }
}
