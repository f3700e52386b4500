package jp.tsunagi.platform.rowsecurity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * What the current transaction may see besides the rows of the caller's agency ({@link ActingAgency}). Every setting
 * ends with its transaction, so nothing of it reaches the next user of the connection.
 */
@ApplicationScoped
public class RowAccess {

    /** Stands for every agency; no agency's code can be this. */
    static final String EVERYTHING = "*";

    private final EntityManager entities;

    RowAccess(EntityManager entities) {
        this.entities = entities;
    }

    /** For work of the service itself: an event that was received, a mail that is due. Never for a request. */
    public void openEverything() {
        set("tsunagi.agency", EVERYTHING);
    }

    /** For somebody without an agency who brought the secret of this one record. */
    public void open(UUID id) {
        set("tsunagi.record", id.toString());
    }

    private void set(String setting, String value) {
        entities.createNativeQuery("select set_config(?1, ?2, true)", String.class)
                .setParameter(1, setting)
                .setParameter(2, value)
                .getSingleResult();
    }
}
