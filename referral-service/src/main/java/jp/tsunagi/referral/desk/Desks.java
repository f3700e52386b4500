package jp.tsunagi.referral.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.referral.ReferralProblem;

/** The referral directory. Every change of an entry is announced with it. */
@ApplicationScoped
public class Desks {

    private static final Pattern CODE = Pattern.compile(Desk.CODE);

    private final DeskRows desks;
    private final AgencyRows agencies;
    private final DirectoryCopy copy;
    private final Outbox outbox;
    private final Audit audit;
    private final Json json;

    Desks(DeskRows desks, AgencyRows agencies, DirectoryCopy copy, Outbox outbox, Audit audit, Json json) {
        this.desks = desks;
        this.agencies = agencies;
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
    }

    public Optional<Desk> find(String code) {
        return Optional.ofNullable(copy.desks().get(code));
    }

    public Desk get(String code) {
        return find(code).orElseThrow(() -> new Refusal(ReferralProblem.DESK_NOT_FOUND));
    }

    /** The desk as {@link #get} gives it; nobody else can change it until the transaction ends. */
    public Desk getForChange(String code) {
        return (isCode(code) ? desks.findLocked(code) : Optional.<DeskRow>empty())
                .map(row -> row.toDomain(json))
                .orElseThrow(() -> new Refusal(ReferralProblem.DESK_NOT_FOUND));
    }

    /** All desks by code. */
    public List<Desk> findAll() {
        return List.copyOf(copy.desks().values());
    }

    public List<Desk> findByAgency(String agency) {
        return findAll().stream().filter(desk -> desk.agency().equals(agency)).toList();
    }

    public List<Agency> agencies() {
        return List.copyOf(copy.agencies().values());
    }

    public Optional<Agency> findAgency(String code) {
        return Optional.ofNullable(copy.agencies().get(code));
    }

    /** What can be no code is in no directory; PostgreSQL would not even take a NUL to look for. */
    private static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** An agency that is not in the directory is held to the stricter chapter of the Act, that for private bodies. */
    public boolean isPublicBody(String agency) {
        return findAgency(agency).map(Agency::publicBody).orElse(false);
    }

    /** Whether only intake hands people over for this agency, because their cases live there. */
    public boolean isHandedOverByIntake(String agency) {
        return findAgency(agency).map(Agency::handsOverByIntake).orElse(false);
    }

    /** Imports a whole directory; entries that are as before stay as they are. Returns the codes that changed. */
    public List<String> importAll(List<Agency> newAgencies, List<Desk> newDesks, Actor by) {
        copy.leaveOut();
        Set<String> changedAgencies = new HashSet<>();
        for (Agency agency : newAgencies) {
            if (agencies.upsert(agency)) {
                changedAgencies.add(agency.code());
            }
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < newDesks.size(); i++) {
            Optional<DeskRow> row = desks.findLocked(newDesks.get(i).code());
            Desk desk = withKnownContacts(newDesks.get(i), row);
            requireAgency(desk, "/desks/" + i + "/agency");
            boolean isAsBefore = row.isPresent()
                    && !changedAgencies.contains(desk.agency())
                    && row.get().toDomain(json).equals(desk.withVersion(row.get().version));
            if (!isAsBefore) {
                store(row, desk, by);
                changed.add(desk.code());
            }
        }
        audit.record(by, "directory.import", "directory", null);
        return changed;
    }

    /** Changes one entry, unless it was changed since it was read. */
    public Desk change(Desk desk, long expectedVersion, Actor by) {
        copy.leaveOut();
        Optional<DeskRow> row = desks.findLocked(desk.code());
        long version = row.map(known -> known.version).orElse(0L);
        if (version != expectedVersion) {
            throw Version.stale(version);
        }
        requireAgency(desk, "/agency");
        return store(row, withKnownContacts(desk, row), by);
    }

    private Desk withKnownContacts(Desk desk, Optional<DeskRow> row) {
        return row.map(known -> desk.withContactsOf(known.toDomain(json))).orElse(desk);
    }

    private Desk store(Optional<DeskRow> known, Desk desk, Actor by) {
        DeskRow row = known.orElseGet(DeskRow::new);
        Desk stored = desk.withVersion(known.isPresent() ? row.version + 1 : row.version);
        row.code = stored.code();
        row.agency = stored.agency();
        row.entry = json.write(stored);
        desks.persistAndFlush(row);
        audit.record(by, "desk.change", "desk/" + stored.code(), null);
        outbox.append(DeskEvent.of(stored, findAgency(stored.agency()).orElseThrow()));
        return stored;
    }

    private void requireAgency(Desk desk, String pointer) {
        if (findAgency(desk.agency()).isEmpty()) {
            throw ReferralProblem.AGENCY_UNKNOWN.at(pointer);
        }
    }
}
