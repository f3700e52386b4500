package jp.tsunagi.referral.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.time.Stopping;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The whole directory in memory, because every referral asks it several times and it changes a few times a week.
 *
 * <p>One thread reads it again whenever PostgreSQL says that somebody changed it, here or in another instance
 * (V1__directory.sql). There is no copy while nobody would say so, and none for a transaction that changes the
 * directory: the tables are asked instead.
 */
@ApplicationScoped
class DirectoryCopy {

    /** All desks and agencies, by their codes and in the order of these. */
    record Directory(Map<String, Desk> desks, Map<String, Agency> agencies) {}

    private static final Logger LOG = Logger.getLogger(DirectoryCopy.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SECONDS_TO_ANSWER = 2;
    private static final Object LEFT_OUT = new Object();

    private final String url;
    private final String user;
    private final String password;
    private final Json json;
    private final TransactionSynchronizationRegistry transactions;
    private final Stopping stopping = new Stopping();
    private final AtomicLong changes = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("directory-copy").unstarted(this::run);
    private volatile @Nullable Directory directory;

    DirectoryCopy(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            Json json,
            TransactionSynchronizationRegistry transactions) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.json = json;
        this.transactions = transactions;
    }

    /** Empty while the tables must be asked. */
    Optional<Directory> current() {
        Directory known = directory;
        return known == null || isLeftOut() ? Optional.empty() : Optional.of(known);
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
                    changes.incrementAndGet();
                    directory = null;
                }
            }
        });
    }

    private boolean isLeftOut() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(LEFT_OUT) != null;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.stop();
        thread.join(PATIENCE.multipliedBy(5));
    }

    private void run() {
        while (!stopping.isStoppingAfter(Duration.ZERO)) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                follow(connection);
            } catch (SQLException | RuntimeException outage) {
                directory = null;
                LOG.warnf(
                        "the directory is read from its tables: %s",
                        outage.getClass().getSimpleName());
                stopping.isStoppingAfter(PATIENCE);
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        connection.setClientInfo("ApplicationName", "directory-copy");
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen directory");
        }
        PGConnection listening = connection.unwrap(PGConnection.class);
        while (!stopping.isStoppingAfter(Duration.ZERO)) {
            if (directory == null) {
                copy(connection);
            }
            PGNotification[] changed = listening.getNotifications((int) PATIENCE.toMillis());
            if (changed != null && changed.length > 0) {
                copy(connection);
            } else if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new SQLException("nobody would say that the directory changed");
            }
        }
    }

    /** What was read before a change of our own is old already. */
    private void copy(Connection connection) throws SQLException {
        long before = changes.get();
        Directory read = read(connection);
        directory = changes.get() == before ? read : null;
        if (changes.get() != before) {
            directory = null;
        }
    }

    private Directory read(Connection connection) throws SQLException {
        Map<String, Desk> desks = new LinkedHashMap<>();
        Map<String, Agency> agencies = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select code, entry from desk order by code")) {
                while (row.next()) {
                    desks.put(row.getString(1), json.read(row.getString(2), Desk.class));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select code, name_ja, name_en, public_body, hands_over_by_intake from agency order by code")) {
                while (row.next()) {
                    agencies.put(
                            row.getString(1),
                            new Agency(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    row.getBoolean(5)));
                }
            }
        }
        return new Directory(Collections.unmodifiableMap(desks), Collections.unmodifiableMap(agencies));
    }
}
