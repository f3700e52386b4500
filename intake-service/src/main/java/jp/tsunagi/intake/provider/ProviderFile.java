package jp.tsunagi.intake.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.problem.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The directory as a table for spreadsheets: RFC 4180 with a header, one service a row. A row is read as the same entry in
 * JSON would be, so that both are refused alike, at {@code /providers/3/kind} for the fourth row.
 */
@ApplicationScoped
class ProviderFile {

    /** @param providers 1,000 at most */
    record Directory(@NotNull @Size(max = 1_000) List<@NotNull @Valid Provider> providers) {}

    /** Characters; a thousand services fit. */
    static final int MAX_TEXT = 1_000_000;

    private static final String UNDATED = "undated";
    private static final String FOUND = "found";
    private static final String UNVERIFIED = "well-known-unverified";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final Map<DesignationStatus, String> DESIGNATED = Map.of(
            DesignationStatus.DESIGNATED, "yes",
            DesignationStatus.NOT_DESIGNATED, "no",
            DesignationStatus.UNKNOWN, "unknown");

    private static final List<String> COLUMNS = List.of(
            "code",
            "name_ja",
            "name_en",
            "operator",
            "country",
            "kind",
            "places",
            "designated_large",
            "designated_since",
            "removal_channel",
            "removal_channel_url",
            "terms_categories",
            "languages",
            "what_they_demand",
            "notes",
            "source",
            "as_of",
            "confidence",
            "unverified_fields");

    /** What the table calls a field of the JSON otherwise. */
    private static final Map<String, ProviderFact> FACTS = Map.of(
            "operator", ProviderFact.OPERATOR,
            "country", ProviderFact.COUNTRY,
            "places", ProviderFact.PLACES,
            "removal_channel", ProviderFact.REMOVAL_CHANNELS,
            "terms_categories", ProviderFact.TERMS_CATEGORIES,
            "languages", ProviderFact.LANGUAGES,
            "what_they_demand", ProviderFact.DEMANDS);

    private final JsonBody bodies;

    ProviderFile(JsonBody bodies) {
        this.bodies = bodies;
    }

    /** @throws Refusal when it is no such table */
    List<Provider> read(String csv) {
        ArrayNode providers = JsonNodeFactory.instance.arrayNode();
        // A spreadsheet program begins the file with a byte order mark.
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var table = FORMAT.parse(new StringReader(text))) {
            if (!table.getHeaderNames().containsAll(COLUMNS)) {
                throw new Refusal(IntakeProblem.PROVIDER_COLUMNS_MISSING)
                        .with("columns", missing(table.getHeaderNames()));
            }
            for (CSVRecord row : table) {
                if (!row.isConsistent()) {
                    throw new Refusal(IntakeProblem.PROVIDER_FILE_UNREADABLE)
                            .with("line", table.getCurrentLineNumber());
                }
                providers.add(json(row));
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException unreadable) {
            throw new Refusal(IntakeProblem.PROVIDER_FILE_UNREADABLE).with("line", providers.size() + 2);
        }
        ObjectNode directory = JsonNodeFactory.instance.objectNode();
        directory.set("providers", providers);
        return bodies.read(directory, Directory.class).providers();
    }

    private static List<String> missing(List<String> columns) {
        return COLUMNS.stream().filter(column -> !columns.contains(column)).toList();
    }

    private static ObjectNode json(CSVRecord row) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("code", row.get("code"))
                .put("nameJa", row.get("name_ja"))
                .put("nameEn", row.get("name_en"))
                .put("operator", row.get("operator"))
                .put("country", row.get("country"))
                .put("kind", row.get("kind"))
                .put("designation", designation(row.get("designated_large")))
                .put("designatedSince", day(row.get("designated_since")))
                .put("removalUrl", row.get("removal_channel_url"))
                .put("demandsJa", row.get("what_they_demand"))
                .put("notesJa", row.get("notes"))
                .put("source", row.get("source"))
                .put("asOf", day(row.get("as_of")))
                .put("readInSource", row.get("confidence").equals(FOUND));
        entry.set("places", list(row.get("places"), "\\|"));
        entry.set("removalChannels", list(row.get("removal_channel"), "\\|"));
        entry.set("termsCategories", list(row.get("terms_categories"), ";"));
        entry.set("languages", list(row.get("languages"), ";"));
        entry.set("unverified", facts(row.get("unverified_fields")));
        return entry;
    }

    private static @Nullable String day(String written) {
        return written.isBlank() || written.equals(UNDATED) ? null : written;
    }

    private static String designation(String written) {
        return DESIGNATED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(written))
                .map(entry -> entry.getKey().code())
                .findFirst()
                .orElse(written);
    }

    /** The words between the marks, a regular expression. */
    static ArrayNode list(String written, String mark) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream.of(written.split(mark))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(list::add);
        return list;
    }

    private static ArrayNode facts(String written) {
        ArrayNode facts = JsonNodeFactory.instance.arrayNode();
        list(written, ";").forEach(column -> {
            ProviderFact fact = FACTS.get(column.asText());
            facts.add(fact == null ? column.asText() : fact.code());
        });
        return facts;
    }

    String write(List<ProviderEntry> entries) {
        StringWriter csv = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                csv,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS.toArray(String[]::new))
                        .get())) {
            for (ProviderEntry entry : entries) {
                Provider one = entry.provider();
                printer.printRecord(
                        one.code(),
                        one.nameJa(),
                        one.nameEn(),
                        one.operator(),
                        one.country(),
                        one.kind().code(),
                        String.join("|", one.places()),
                        DESIGNATED.get(one.designation()),
                        text(one.designatedSince(), ""),
                        joined(one.removalChannels(), "|"),
                        one.removalUrl(),
                        joined(one.termsCategories(), ";"),
                        String.join(";", one.languages()),
                        one.demandsJa(),
                        one.notesJa(),
                        one.source(),
                        text(one.asOf(), UNDATED),
                        one.readInSource() ? FOUND : UNVERIFIED,
                        one.unverified().stream().map(ProviderFile::column).collect(Collectors.joining(";")));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return csv.toString();
    }

    private static String text(@Nullable LocalDate day, String absent) {
        return day == null ? absent : day.toString();
    }

    private static String joined(Collection<? extends Coded> codes, String mark) {
        return codes.stream().map(Coded::code).collect(Collectors.joining(mark));
    }

    private static String column(ProviderFact fact) {
        return FACTS.entrySet().stream()
                .filter(entry -> entry.getValue() == fact)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
