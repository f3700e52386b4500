package jp.tsunagi.referral.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** The referral directory. Every change of an entry is announced with it. */
@ApplicationScoped
public class Desks {

    private final EntityManager entities;
    private final Outbox outbox;
    private final Audit audit;
    private final ObjectMapper json;

    Desks(EntityManager entities, Outbox outbox, Audit audit, ObjectMapper json) {
        this.entities = entities;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
    }

    public Optional<Desk> find(String code) {
        return Optional.ofNullable(entities.find(DeskRow.class, code)).map(this::read);
    }

    public Desk get(String code) {
        return find(code)
                .orElseThrow(() -> new Refusal(
                        Kind.NOT_FOUND, "desk-unknown", "この窓口は登録されていません。", "No such desk in the directory."));
    }

    /** All desks, or those of one agency, by code. */
    public List<Desk> all(String agency) {
        return entities.createQuery("from DeskRow where ?1 is null or agency = ?1 order by code", DeskRow.class)
                .setParameter(1, agency)
                .getResultStream()
                .map(this::read)
                .toList();
    }

    public List<Agency> agencies() {
        return entities.createQuery("from AgencyRow order by code", AgencyRow.class)
                .getResultStream()
                .map(AgencyRow::toDomain)
                .toList();
    }

    public Optional<Agency> agency(String code) {
        return Optional.ofNullable(entities.find(AgencyRow.class, code)).map(AgencyRow::toDomain);
    }

    /** An agency nobody entered is held to the stricter chapter of the Act, that for private bodies. */
    public boolean isPublicBody(String agency) {
        return agency(agency).map(Agency::publicBody).orElse(false);
    }

    /** Takes in a whole directory; entries that are as before stay as they are. Returns the codes that changed. */
    List<String> importAll(List<Agency> agencies, List<Desk> desks, Actor by) {
        Set<String> renamed = new HashSet<>();
        for (Agency agency : agencies) {
            if (store(agency)) {
                renamed.add(agency.code());
            }
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            requireAgency(desk, "/desks/" + i + "/agency");
            DeskRow row = entities.find(DeskRow.class, desk.code(), LockModeType.PESSIMISTIC_WRITE);
            if (row == null || renamed.contains(desk.agency()) || !read(row).equals(desk.withVersion(row.version))) {
                store(row, desk, by);
                changed.add(desk.code());
            }
        }
        audit.record(by, "directory.import", "directory", null);
        return changed;
    }

    /** Changes one entry, if nobody changed it since it was read. */
    Desk change(Desk desk, long expected, Actor by) {
        DeskRow row = entities.find(DeskRow.class, desk.code(), LockModeType.PESSIMISTIC_WRITE);
        if (row.version != expected) {
            throw Version.stale(row.version);
        }
        requireAgency(desk, "/agency");
        return store(row, desk, by);
    }

    private boolean store(Agency agency) {
        AgencyRow row = entities.find(AgencyRow.class, agency.code());
        if (row != null && row.toDomain().equals(agency)) {
            return false;
        }
        AgencyRow kept = row == null ? new AgencyRow() : row;
        kept.store(agency);
        if (row == null) {
            entities.persist(kept);
        }
        return true;
    }

    private Desk store(DeskRow known, Desk desk, Actor by) {
        DeskRow row = known == null ? new DeskRow() : known;
        Desk next = desk.withVersion(row.version + 1);
        row.code = next.code();
        row.agency = next.agency();
        row.entry = text(next);
        row.version = next.version();
        if (known == null) {
            entities.persist(row);
        }
        audit.record(by, "desk.change", "desk/" + next.code(), null);
        outbox.append(DeskEvent.of(next, agency(next.agency()).orElseThrow()));
        return next;
    }

    private void requireAgency(Desk desk, String pointer) {
        if (agency(desk.agency()).isEmpty()) {
            throw new Refusal(Kind.UNMET, "agency-unknown", "この機関は登録されていません。", "No such agency in the directory.")
                    .at(pointer, "agency-unknown", "この機関は登録されていません。", "No such agency in the directory.");
        }
    }

    private Desk read(DeskRow row) {
        try {
            return json.readValue(row.entry, Desk.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(Desk desk) {
        try {
            return json.writeValueAsString(desk);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
