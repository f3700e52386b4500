package jp.tsunagi.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.testing.EventExamples;

/** The desks that the platform begins with, each as referral-service announces it. */
public final class RealDirectory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "jp.tsunagi.desk.changed.v1";

    /** Members of an entry that the event carries under the same name. */
    private static final Set<String> SAME = Set.of(
            "agency",
            "nameJa",
            "nameEn",
            "accepting",
            "modes",
            "scopeJa",
            "refusesJa",
            "channelsJa",
            "hoursJa",
            "phone",
            "asOf");

    private static final Set<String> OF_PROFILE =
            Set.of("refusedConsulterTypes", "requiredFields", "wantedFields", "refusedFields", "acceptedAgeBands");

    private RealDirectory() {}

    public static List<ObjectNode> announcements() {
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode entry : file().get("desks")) {
            ObjectNode data = EventExamples.read(TYPE).data();
            data.put("desk", entry.get("code").textValue());
            SAME.forEach(name -> data.set(name, entry.path(name).isMissingNode() ? null : entry.get(name)));
            OF_PROFILE.forEach(name -> data.set(name, entry.get("profile").get(name)));
            var contacts = data.putArray("contacts");
            for (JsonNode contact : entry.path("contacts")) {
                ObjectNode reach = contacts.addObject();
                for (String list : List.of("needs", "hours", "unknownDays")) {
                    reach.set(list, contact.has(list) ? contact.get(list) : JSON.createArrayNode());
                }
                reach.set("asOf", contact.get("asOf"));
            }
            EventExamples.check(TYPE, data);
            all.add(data);
        }
        return all;
    }

    private static JsonNode file() {
        Path file = Path.of(System.getProperty("tsunagi.root"), "deploy", "directory", "desks.json");
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
