package jp.tsunagi.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;

/** One of the 13 real-looking consultations of {@code cases.jsonl}. */
public record SampleCase(JsonNode line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<SampleCase> all() {
        try (var in = SampleCase.class.getResourceAsStream("/cases.jsonl")) {
            List<SampleCase> cases = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                cases.add(new SampleCase(JSON.readTree(line)));
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static SampleCase named(String id) {
        return all().stream().filter(one -> one.text("id").equals(id)).findAny().orElseThrow();
    }

    public String text(String field) {
        return line.get(field).textValue();
    }

    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        line.get(field).forEach(one -> texts.add(one.textValue()));
        return texts;
    }

    public Submission submission() {
        return Submission.read(JSON.convertValue(request(), RawSubmission.class));
    }

    /** As it is sent to the API. */
    public ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        request.put("wish", text("wish"));
        request.put("text", text("text"));
        request.putObject("consulter").put("type", text("consulter_type")).put("ageBand", text("age_band"));
        request.set("categories", line.get("categories"));
        request.set("urls", line.get("urls"));
        return request;
    }

    @Override
    public String toString() {
        return text("id");
    }
}
