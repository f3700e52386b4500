package jp.tsunagi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.tsunagi.testing.TestDatabase;

/** What tests look up in the database: that nothing was changed, and that nothing is readable. */
@ApplicationScoped
public class Database {

    private static final List<String> TABLES = List.of(
            "consultation",
            "consultation_step",
            "search_term",
            "message",
            "consent",
            "legal_ground",
            "approval",
            "approval_decision",
            "referral",
            "idempotency");

    /** Rows of everything a request could change, audit excepted. Questions to owners come and go by themselves. */
    public long rows() {
        long events = TestDatabase.count("select count(*) from outbox where topic <> 'tsunagi.replay'");
        return events + TABLES.stream().mapToLong(this::count).sum();
    }

    public long count(String table) {
        return TestDatabase.count("select count(*) from " + table);
    }

    public long count(String table, String column, String value) {
        return TestDatabase.count("select count(*) from " + table + " where cast(" + column + " as text) = ?", value);
    }
}
