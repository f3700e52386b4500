package jp.tsunagi.referral.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.connection.ConnectionThread;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The whole directory in memory, because every referral asks it several times and it changes a few times a week.
 *
 * <p>It is read again whenever PostgreSQL says that somebody changed it, here or in another instance
 * (V1__directory.sql). There is no copy while nobody would say so, and none for a transaction that changes the
 * directory: the tables are asked instead.
 */
@ApplicationScoped
class DirectoryCopy {

    private record Directory(Map<String, Desk> desks, Map<String, Agency> agencies) {}

    private static final Logger LOG = Logger.getLogger(DirectoryCopy.class);
    private static final String NAME = "directory-copy";
    private static final int LISTENS_FOR_MILLIS = 1000;
    private static final int SECONDS_TO_ANSWER = 2;
    private static final Object LEFT_OUT = new Object();

    private final DeskRows deskRows;
    private final AgencyRows agencyRows;
    private final Json json;
    private final TransactionSynchronizationRegistry transactions;
    private final ConnectionThread thread;
    private volatile @Nullable Directory directory;
    private long changes;

    DirectoryCopy(
            DeskRows deskRows,
            AgencyRows agencyRows,
            Json json,
            TransactionSynchronizationRegistry transactions,
            ConnectionThread thread) {
        this.deskRows = deskRows;
        this.agencyRows = agencyRows;
        this.json = json;
        this.transactions = transactions;
        this.thread = thread;
    }

    /** All desks by their codes, in the order of these. */
    Map<String, Desk> desks() {
        Directory known = directory;
        return known == null || isLeftOut() ? readDesks() : known.desks;
    }

    /** All agencies by their codes, in the order of these. */
    Map<String, Agency> agencies() {
        Directory known = directory;
        return known == null || isLeftOut() ? readAgencies() : known.agencies;
    }

    /** The current transaction changes the directory: it reads its own changes, and afterwards nobody reads old ones. */
    void leaveOut() {
        if (isLeftOut()) {
            return;
        }
        transactions.putResource(LEFT_OUT, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only afterwards is anything changed for others.
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_ROLLEDBACK) {
                    forget();
                }
            }
        });
    }

    private boolean isLeftOut() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(LEFT_OUT) != null;
    }

    void start(@Observes StartupEvent started) {
        thread.start(NAME, this::follow, outage -> {
            forget();
            LOG.warnf(
                    "the directory is read from its tables: %s",
                    outage.getClass().getSimpleName());
        });
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
    }

    private void follow(Connection connection) throws SQLException {
        connection.setClientInfo("ApplicationName", NAME);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen directory");
        }
        PGConnection listening = connection.unwrap(PGConnection.class);
        copy();
        while (!thread.isStopping()) {
            PGNotification[] changed = listening.getNotifications(LISTENS_FOR_MILLIS);
            if (directory == null || (changed != null && changed.length > 0)) {
                copy();
            } else if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("nobody would say that the directory changed");
            }
        }
    }

    private void copy() {
        long before = changes();
        Directory read = QuarkusTransaction.requiringNew().call(() -> new Directory(readDesks(), readAgencies()));
        keep(read, before);
    }

    private synchronized long changes() {
        return changes;
    }

    /** What was read before a change of our own is old already. */
    private synchronized void keep(Directory read, long changesBefore) {
        directory = changes == changesBefore ? read : null;
    }

    private synchronized void forget() {
        changes++;
        directory = null;
    }

    private Map<String, Desk> readDesks() {
        Map<String, Desk> desks = new LinkedHashMap<>();
        for (DeskRow row : deskRows.findAllByCode()) {
            desks.put(row.code, row.toDomain(json));
        }
        return Collections.unmodifiableMap(desks);
    }

    private Map<String, Agency> readAgencies() {
        Map<String, Agency> agencies = new LinkedHashMap<>();
        for (Agency agency : agencyRows.findAllByCode()) {
            agencies.put(agency.code(), agency);
        }
        return Collections.unmodifiableMap(agencies);
    }
}
