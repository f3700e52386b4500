package jp.tsunagi.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.local.Api;
import jp.tsunagi.local.MachineToken;

/**
 * Fills an empty platform by its public API: the directories of agencies and providers, then the thirteen consultations of
 * the demo, with what their consulters have asked providers, the letters that they have begun and the days that they told.
 * All of it is fictional.
 */
public final class DemoData {
    /** Maps a field of a demo case to the API's name for it. Other fields of a case hold expected answers and are not sent. */
    private static final Map<String, String> FIELDS = Map.of(
            "wish", "wish",
            "text", "text",
            "categories", "categories",
            "urls", "urls");

    private final ObjectMapper json = new ObjectMapper();
    private final Path root;
    private final Path mark;
    private final String platform;
    private final MachineToken loader;

    public DemoData(Path root, Path mark, String platform, String issuer, String loaderSecret) {
        this.root = root;
        this.mark = mark;
        this.platform = platform;
        this.loader = new MachineToken(issuer, "directory-loader", loaderSecret);
    }

    /** Loads once, and says in words what happened; the stack is worth having without it. */
    public String load() {
        if (Files.exists(mark)) {
            return "is already there";
        }
        try {
            importDirectory();
            importProviders();
            var cases = lines("cases.jsonl");
            var codes = new HashMap<String, String>();
            for (var line : cases) {
                JsonNode told = json.readTree(line);
                codes.put(told.path("id").asText(), send(told));
            }
            for (var line : lines("requests.jsonl")) {
                ask(json.readTree(line), codes);
            }
            for (var line : lines("letters.jsonl")) {
                draft(json.readTree(line), codes);
            }
            for (var line : lines("days.jsonl")) {
                tellDay(json.readTree(line), codes);
            }
            Files.createFile(mark);
            return "loaded: the agency directory, the directory of providers and " + cases.size() + " consultations";
        } catch (IOException e) {
            return "WAS NOT LOADED COMPLETELY: " + e.getMessage() + "; the next './tsunagi up' tries again";
        }
    }

    private void importDirectory() throws IOException {
        var file = root.resolve("deploy/directory/desks.json");
        var answer = Api.patiently(() -> HttpRequest.newBuilder(URI.create(platform + "/v1/directory:import"))
                .header("Authorization", "Bearer " + loader.current())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-directory")
                .POST(HttpRequest.BodyPublishers.ofString(Files.readString(file))));
        Api.mustBeFine("the agency directory", answer);
    }

    private void importProviders() throws IOException {
        var file = root.resolve("deploy/directory/providers.csv");
        var answer = Api.patiently(() -> HttpRequest.newBuilder(URI.create(platform + "/v1/provider-directory"))
                .header("Authorization", "Bearer " + loader.current())
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofFile(file)));
        Api.mustBeFine("the directory of providers", answer);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(root.resolve("deploy/local/demo").resolve(file));
    }

    /** What the consulter of a case asked a provider, so many days ago. */
    private void ask(JsonNode line, Map<String, String> codes) throws IOException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("form", line.path("form").asText());
        body.put("askedOn", day(line));
        inMailbox(line, codes, "/targets/" + target(line, codes) + "/requests", body);
    }

    /** When something happened from which a deadline runs. */
    private void tellDay(JsonNode line, Map<String, String> codes) throws IOException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("event", line.path("event").asText());
        body.put("day", day(line));
        if (line.has("target")) {
            body.put("targetId", target(line, codes));
        }
        inMailbox(line, codes, "/deadlines", body);
    }

    private static String day(JsonNode line) {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"))
                .minusDays(line.path("daysAgo").asLong())
                .toString();
    }

    /** A letter that the consulter of a case has begun; it names nobody. */
    private void draft(JsonNode line, Map<String, String> codes) throws IOException {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("fields", line.path("fields"));
        inMailbox(
                line,
                codes,
                "/targets/" + target(line, codes) + "/letters/"
                        + line.path("form").asText(),
                body);
    }

    /** Id of the place that a line is about. */
    private String target(JsonNode line, Map<String, String> codes) throws IOException {
        String code = codes.get(line.path("case").asText());
        var box = Api.patiently(() -> HttpRequest.newBuilder(URI.create(platform + "/v1/mailbox"))
                .header("Confirmation-Code", code)
                .GET());
        Api.mustBeFine("the mailbox of " + line.path("case").asText(), box);
        return json.readTree(box.body())
                .path("targets")
                .path(line.path("target").asInt())
                .path("id")
                .asText();
    }

    private void inMailbox(JsonNode line, Map<String, String> codes, String path, JsonNode body) throws IOException {
        var answer = Api.patiently(() -> HttpRequest.newBuilder(URI.create(platform + "/v1/mailbox" + path))
                .header("Confirmation-Code", codes.get(line.path("case").asText()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key(line.toString()))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        Api.mustBeFine("what was noted in " + line.path("case").asText(), answer);
    }

    /** @return the code of its mailbox */
    private String send(JsonNode line) throws IOException {
        var id = line.path("id").asText();
        var body = JsonNodeFactory.instance.objectNode();
        FIELDS.forEach((from, to) -> {
            if (line.hasNonNull(from)) {
                body.set(to, line.get(from));
            }
        });
        var consulter = body.putObject("consulter");
        consulter.set("type", line.get("consulter_type"));
        consulter.set("ageBand", line.get("age_band"));
        var answer = Api.patiently(() -> HttpRequest.newBuilder(URI.create(platform + "/v1/consultations"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key(id))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        Api.mustBeFine("consultation " + id, answer);
        return json.readTree(answer.body()).path("confirmationCode").asText();
    }

    // Always the same, so that a load that was broken off does not send a consultation twice.
    private static String key(String id) {
        return UUID.nameUUIDFromBytes(("demo-" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
