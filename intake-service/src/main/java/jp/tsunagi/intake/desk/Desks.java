package jp.tsunagi.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Json;

/** The desks a case can be handed to, as referral-service announces them. */
@ApplicationScoped
public class Desks {

    private final DeskRows rows;
    private final Json json;

    Desks(DeskRows rows, Json json) {
        this.rows = rows;
        this.json = json;
    }

    public Optional<Desk> find(String code) {
        // PostgreSQL takes no NUL, which somebody may have written into an address.
        return code.indexOf('\0') >= 0
                ? Optional.empty()
                : rows.findByIdOptional(code).map(row -> row.toDomain(json));
    }

    /** Every desk, sorted by agency. */
    public List<Desk> all() {
        return rows.listByAgency().stream().map(row -> row.toDomain(json)).toList();
    }

    /** What each desk is called in this language, by code. */
    public Map<String, String> names(Locale locale) {
        return names(all(), locale);
    }

    /** The same of desks that were read already. */
    public static Map<String, String> names(List<Desk> desks, Locale locale) {
        return desks.stream()
                .collect(Collectors.toMap(Desk::code, desk -> desk.name().in(locale)));
    }

    /** Stores an entry unless a newer one is here already; the first one of a desk is its owner beginning (again). */
    void upsertDesk(Desk announced, boolean first) {
        DeskRow row = rows.findById(announced.code());
        if (row == null) {
            row = new DeskRow();
            row.store(announced, json);
            rows.persist(row);
        } else if (first || row.version < announced.version()) {
            row.store(announced, json);
        }
    }
}
