package jp.tsunagi.platform.rowsecurity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells PostgreSQL, with the first connection that a transaction takes, for which agency the request acts. It asks the
 * verified token and not the code under way, so that row level security holds also where that code forgets to check.
 */
@ApplicationScoped
class ActingAgency implements AgroalPoolInterceptor {

    private final Identity identity;
    private final Optional<List<String>> rolesOfEveryAgency;

    ActingAgency(
            Identity identity,
            @ConfigProperty(name = "tsunagi.row-security.roles-of-every-agency")
                    Optional<List<String>> rolesOfEveryAgency) {
        this.identity = identity;
        this.rolesOfEveryAgency = rolesOfEveryAgency;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            // Outside a transaction the setting would be gone before the next statement.
            if (!connection.getAutoCommit()) {
                Optional<String> agency = caller().map(this::reach).filter(reach -> !reach.isEmpty());
                if (agency.isPresent()) {
                    set(connection, agency.get());
                }
            }
        } catch (SQLException outage) {
            throw new IllegalStateException("PostgreSQL was not told for whom the transaction works", outage);
        }
    }

    private static void set(Connection connection, String agency) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('tsunagi.agency', ?, true)")) {
            statement.setString(1, agency);
            statement.execute();
        }
    }

    /** Nobody without a request, after its end, without a token, or while it is open for which agency somebody acts. */
    private Optional<Actor> caller() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        try {
            return identity.ifPresent();
        } catch (Refusal | AuthenticationFailedException | ContextNotActiveException nobody) {
            return Optional.empty();
        }
    }

    private String reach(Actor actor) {
        boolean everywhere = rolesOfEveryAgency.stream().flatMap(List::stream).anyMatch(actor::hasRole);
        if (everywhere) {
            return RowAccess.EVERYTHING;
        }
        return actor.agency().equals(RowAccess.EVERYTHING) ? "" : actor.agency();
    }
}
