package jp.tsunagi.intake.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;

/** The directory of providers. Every version of an entry is kept, with who made it. */
@ApplicationScoped
public class Providers {

    private static final Pattern CODE = Pattern.compile(Provider.CODE);

    private final ProviderRows rows;
    private final ProviderChangeRows changes;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    Providers(ProviderRows rows, ProviderChangeRows changes, Audit audit, Json json, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param changed codes of the entries that are new or say something else now
     * @param kept codes of the entries that the file would have changed, had nobody edited or confirmed them
     */
    public record Imported(List<String> changed, List<String> kept) {}

    /** All entries by code. */
    public List<ProviderEntry> findAll() {
        return rows.findAllByCode().stream()
                .map(row -> row.toDomain(json, today()))
                .toList();
    }

    public ProviderEntry get(String code) {
        return found(isCode(code) ? rows.findByIdOptional(code) : Optional.empty())
                .toDomain(json, today());
    }

    /** What can be no code is in no directory; PostgreSQL would not even take a NUL to look for. */
    private static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private static ProviderRow found(Optional<ProviderRow> row) {
        return row.orElseThrow(() -> new Refusal(IntakeProblem.PROVIDER_NOT_FOUND));
    }

    /** The directory as it is now, to look up the places of posts in it. */
    public ProviderPlaces places() {
        return new ProviderPlaces(findAll());
    }

    /** What happened to an entry, the newest first. */
    public List<ProviderChange> history(String code) {
        return changes.findByCode(code).stream()
                .map(ProviderChangeRow::toDomain)
                .toList();
    }

    /** Takes entries from a file. What a person has edited or confirmed stays as it is: a file knows less. */
    public Imported importAll(List<Provider> providers, Actor by) {
        List<String> changed = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Provider provider : providers) {
            Optional<ProviderRow> known = rows.findLocked(provider.code());
            boolean isAsBefore = known.isPresent()
                    && json.read(known.get().entry, Provider.class).equals(provider);
            if (isAsBefore) {
                continue;
            }
            if (known.isPresent() && changes.wasTouched(provider.code())) {
                kept.add(provider.code());
            } else {
                store(known.orElseGet(ProviderRow::new), provider, ProviderChange.Kind.IMPORTED, by);
                changed.add(provider.code());
            }
        }
        audit.record(by, "provider.import", "provider", null);
        return new Imported(changed, kept);
    }

    /** Changes what an entry says, unless it was changed since it was read. What says something else is not confirmed. */
    public ProviderEntry edit(Provider provider, long expectedVersion, Actor by) {
        ProviderRow row = forChange(provider.code(), expectedVersion);
        row.confirmedBy = null;
        row.confirmedOn = null;
        return store(row, provider, ProviderChange.Kind.EDITED, by);
    }

    /** Somebody has looked today, and what the entry says is so. */
    public ProviderEntry confirm(String code, long expectedVersion, Actor by) {
        ProviderRow row = forChange(code, expectedVersion);
        row.confirmedBy = by.name();
        row.confirmedOn = today();
        return store(row, json.read(row.entry, Provider.class), ProviderChange.Kind.CONFIRMED, by);
    }

    private ProviderRow forChange(String code, long expectedVersion) {
        ProviderRow row = found(isCode(code) ? rows.findLocked(code) : Optional.empty());
        if (row.version != expectedVersion) {
            ProviderChange last = history(code).getFirst();
            throw Version.stale(row.version, last.by(), last.at());
        }
        return row;
    }

    private ProviderEntry store(ProviderRow row, Provider provider, ProviderChange.Kind kind, Actor by) {
        row.code = provider.code();
        row.entry = json.write(provider);
        row.version++;
        rows.persistAndFlush(row);
        ProviderChangeRow change = new ProviderChangeRow();
        change.key = new ProviderChangeRow.Key(row.code, row.version);
        change.kind = kind;
        change.entry = row.entry;
        change.changedBy = by.name();
        change.changedAt = clock.instant();
        changes.persist(change);
        audit.record(by, "provider." + kind.code(), "provider/" + row.code, null);
        return row.toDomain(json, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
    }
}
