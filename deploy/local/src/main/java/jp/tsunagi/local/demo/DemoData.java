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
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.local.Api;
import jp.tsunagi.local.MachineToken;

/**
 * Fills an empty platform by its public API: the directories of agencies and providers, then the thirteen consultations of
 * the demo.
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
            var cases = Files.readAllLines(root.resolve("deploy/local/demo/cases.jsonl"));
            for (var line : cases) {
                send(json.readTree(line));
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

    private void send(JsonNode line) throws IOException {
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
    }

    // Always the same, so that a load that was broken off does not send a consultation twice.
    private static String key(String id) {
        return UUID.nameUUIDFromBytes(("demo-" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
