package jp.tsunagi.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The desks a case can be handed to, as referral-service announces them. */
@ApplicationScoped
public class Desks {

    private final EntityManager entities;

    Desks(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Desk> find(String code) {
        return Optional.ofNullable(code)
                .map(known -> entities.find(DeskRow.class, known))
                .map(DeskRow::toDomain);
    }

    /** Every desk, by its name. */
    public List<Desk> all() {
        return entities.createQuery("from DeskRow order by agency, code", DeskRow.class)
                .getResultStream()
                .map(DeskRow::toDomain)
                .toList();
    }

    /** Keeps an entry unless a newer one is here already. */
    void keep(DeskRow announced) {
        DeskRow known = entities.find(DeskRow.class, announced.code);
        if (known == null || known.version < announced.version) {
            entities.merge(announced);
        }
    }
}
