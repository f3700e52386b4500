package jp.tsunagi.platform.connection;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import jp.tsunagi.platform.time.Stopping;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A thread with a connection of its own, for what outlives a transaction and so cannot come from the pool: LISTEN, and
 * locks of a session. After every outage it connects again, until the service stops.
 */
@Dependent
public class ConnectionThread {

    /** What a connection is for. It returns when the service stops, and throws when the connection is lost. */
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String url;
    private final String user;
    private final String password;
    private final Stopping stopping = new Stopping();
    private @Nullable Thread thread;

    ConnectionThread(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public void start(String name, Work work, Consumer<Throwable> outage) {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> untilStopped(work, outage));
    }

    public void stop() throws InterruptedException {
        stopping.stop();
        if (thread != null) {
            thread.join(PATIENCE.multipliedBy(5));
        }
    }

    public boolean isStopping() {
        return isStoppingAfter(Duration.ZERO);
    }

    /** Waits for the given time; true when the service is stopping. */
    public boolean isStoppingAfter(Duration wait) {
        return stopping.isStoppingAfter(wait);
    }

    /** Waits before the next attempt; true when the service is stopping. */
    public boolean isStoppingAfterAWhile() {
        return isStoppingAfter(PATIENCE);
    }

    private void untilStopped(Work work, Consumer<Throwable> outage) {
        while (!isStopping()) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                work.run(connection);
            } catch (SQLException | RuntimeException | Error interrupted) {
                // Whatever it is: without this thread its work would rest until the service is restarted.
                outage.accept(interrupted);
                isStoppingAfterAWhile();
            }
        }
    }
}
