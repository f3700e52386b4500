package jp.tsunagi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.tsunagi.testing.TestDatabase;

/** What tests look up in the database: that nothing was changed, and that nothing is readable. */
@ApplicationScoped
public class Database {

    private static final List<String> TABLES = List.of(
            "consultation",
            "consultation_step",
            "message",
            "consent",
            "legal_ground",
            "approval",
            "approval_decision",
            "referral",
            "outbox",
            "idempotency");

    private final EntityManager entities;

    Database(EntityManager entities) {
        this.entities = entities;
    }

    /** Rows of everything a request could change, audit excepted. */
    @Transactional
    public long rows() {
        return TABLES.stream().mapToLong(this::count).sum();
    }

    public long count(String table) {
        return TestDatabase.count("select count(*) from " + table);
    }

    public long count(String table, String column, String value) {
        return TestDatabase.count("select count(*) from " + table + " where cast(" + column + " as text) = ?", value);
    }

    /** Every row of every table of ours as PostgreSQL prints it, with bytes decoded as far as they are text. */
    @Transactional
    public String dump() {
        StringBuilder dump = new StringBuilder();
        @SuppressWarnings("unchecked")
        List<String> tables = entities.createNativeQuery(
                        "select tablename::text from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .getResultList();
        for (String table : tables) {
            entities.createNativeQuery("select cast(t as text) from " + table + " t")
                    .getResultList()
                    .forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }
}
