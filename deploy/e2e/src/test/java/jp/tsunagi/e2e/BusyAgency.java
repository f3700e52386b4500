package jp.tsunagi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import jp.tsunagi.e2e.Promises.Sent;
import jp.tsunagi.e2e.RetryingClient.Call;
import jp.tsunagi.e2e.RetryingClient.Reply;

/** The system of an agency: sends referrals, accepts those that arrive, reports progress, and lists both boxes. */
record BusyAgency(LocalStack stack, Promises promises, int number, Desk own, List<Desk> targets) {

    /** @param ages whom it takes */
    record Desk(String agency, String code, String ages) {}

    String agency() {
        return own.agency();
    }

    void work(BooleanSupplier goesOn) {
        try (var direct = new RetryingClient.Direct(stack, number)) {
            var client = client(direct);
            var accepted = new HashSet<String>();
            for (int n = 0; goesOn.getAsBoolean(); n++) {
                send(client, targets.get(n % targets.size()));
                RetryingClient.think();
                list(client, "outbox");
                for (String arrived : arrived(list(client, "inbox"), accepted)) {
                    decide(client, arrived);
                    accepted.add(arrived);
                }
                askForWhatIsNotOurs(client);
                RetryingClient.think();
            }
        }
    }

    RetryingClient client(RetryingClient.Direct direct) {
        var machine = new Machine(stack, "agency-" + agency().toLowerCase());
        return new RetryingClient(new RetryingClient.Authorised(direct, machine), promises, isParty(agency()));
    }

    /** Whether the canary's owners are agencies and this is one of them. */
    static Predicate<String> isParty(String agency) {
        return owner -> List.of(owner.split("-")).contains(agency);
    }

    private void send(RetryingClient client, Desk desk) {
        String owners = agency() + "-" + desk.agency();
        String text = "機関からの取次です。" + Promises.canary(owners);
        Reply created = client.acknowledged(Call.post("/v1/referrals", """
                {"consultationRef":"%s","originDesk":"%s","targetDesk":"%s",
                 "classification":{"categories":["defamation"],"wish":"delete_by_other","consulterType":"victim_self","ageBand":"%s","urgency":"normal"},
                 "basis":{"kind":"consent","recordId":"2026-0001","textVersion":"2026-11","givenAt":"%s"},
                 "disclosedData":{"summary":"%s","narrative":"%s","urls":["https://bbs.example.net/2"],"contact":"a@example.jp"}}""".formatted(
                        Promises.canary(owners),
                        own.code(),
                        desk.code(),
                        desk.ages(),
                        Instant.now().minus(1, ChronoUnit.DAYS),
                        Promises.canary(owners),
                        text)));
        promises.done("referral", "referral.create", created);
        promises.done("referral", "referral.send", created);
        String id = created.json().path("id").asText();
        promises.sent.put(id, new Sent(id, agency(), desk.agency(), text, new ConcurrentLinkedQueue<>()));
    }

    private JsonNode list(RetryingClient client, String box) {
        Reply reply = client.acknowledged(Call.get("/v1/referrals?limit=100&box=" + box));
        promises.shown("referral", "referral.list", reply);
        JsonNode items = reply.json().path("items");
        items.forEach(item ->
                promises.seen.add(new Promises.Seen(agency(), item.path("id").asText())));
        return items;
    }

    /** Two at a time, so that a backlog does not keep the agency from everything else. */
    private List<String> arrived(JsonNode inbox, Set<String> accepted) {
        return StreamSupport.stream(inbox.spliterator(), false)
                .map(item -> item.path("id").asText())
                // One that its sender has not been told of yet is decided in a later round.
                .filter(id -> promises.sent.containsKey(id) && !accepted.contains(id))
                .limit(2)
                .toList();
    }

    private void decide(RetryingClient client, String id) {
        Reply read = client.acknowledged(Call.get("/v1/referrals/" + id));
        promises.shown("referral", "referral.read", read);
        Reply accepted = command(client, id, "accept", read.headers().get("etag"), "{}");
        String note = "連絡しました。" + Promises.canary(promises.sent.get(id).origin() + "-" + agency());
        command(client, id, "report-progress", accepted.headers().get("etag"), "{\"note\":\"" + note + "\"}");
        promises.sent.get(id).notes().add(note);
    }

    private Reply command(RetryingClient client, String id, String command, String version, String body) {
        Reply done = client.acknowledged(
                Call.post("/v1/referrals/" + id + "/" + command, body).with("If-Match", version));
        promises.done("referral", "referral." + command, done);
        return done;
    }

    private void askForWhatIsNotOurs(RetryingClient client) {
        promises.sent.values().stream()
                .filter(one -> !one.origin().equals(agency()) && !one.target().equals(agency()))
                .findAny()
                .ifPresent(foreign -> {
                    Reply reply = client.ask(Call.get("/v1/referrals/" + foreign.id()));
                    if (reply.status() == 404) {
                        promises.refused("referral", "referral-not-found", reply);
                    } else {
                        promises.complain(agency() + " asked for " + foreign.id() + ": " + reply.status());
                    }
                });
    }
}
