package jp.tsunagi.platform.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The databases and roles of our services on one PostgreSQL, made so that making them again changes nothing. */
public final class Databases {
    private final int port;
    private final String password;

    public Databases(int port, String superuserPassword) {
        this.port = port;
        this.password = superuserPassword;
    }

    /** Without the server's detail in exceptions, which quotes the values of the row that was refused. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?logServerErrorDetail=false";
    }

    /** Whether the server lets its superuser in, which is what "ready" means for everybody after it. */
    public boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A database for one service: the owner migrates it, the application role owns nothing in it. */
    public void create(String name, String ownerPassword, String appPassword) {
        createOwned(name, name + "_owner", ownerPassword);
        try (var connection = connect("postgres")) {
            role(connection, name + "_app", appPassword);
            run(connection, "grant connect on database " + name + " to " + name + "_app");
        } catch (SQLException e) {
            throw new InfrastructureException("The database " + name + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** A database with a single role, its owner. */
    public void createOwned(String name, String owner, String ownerPassword) {
        try (var connection = connect("postgres")) {
            role(connection, owner, ownerPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                run(connection, "create database " + name + " owner " + owner);
            }
            run(connection, "revoke all on database " + name + " from public");
        } catch (SQLException e) {
            throw new InfrastructureException("The database " + name + " could not be prepared: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", PostgresFolder.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(jdbcUrl(port, database), properties);
    }

    private static void role(Connection connection, String role, String password) throws SQLException {
        var known = exists(connection, "select 1 from pg_roles where rolname = ?", role);
        var secret = password.replace("'", "''");
        run(connection, (known ? "alter" : "create") + " role " + role + " login password '" + secret + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
