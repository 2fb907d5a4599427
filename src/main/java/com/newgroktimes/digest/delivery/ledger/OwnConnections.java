package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Connections outside the pool, for the two that a run keeps as long as it lasts: its lock, which is tied to its session, and its
 * ledger writer.
 */
@Component
public class OwnConnections {

    // A server that has gone without a word must not hold a run for ever.
    private static final String ANSWER_WITHIN_SECONDS = "30";

    private final JdbcConnectionDetails database;

    OwnConnections(JdbcConnectionDetails database) {
        this.database = database;
    }

    /** @param purpose shown among the server's sessions */
    public Connection open(String purpose) throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", database.getUsername());
        put(properties, "password", database.getPassword());
        properties.put("ApplicationName", "digest " + purpose);
        properties.put("connectTimeout", "10");
        properties.put("socketTimeout", ANSWER_WITHIN_SECONDS);
        properties.put("tcpKeepAlive", "true");
        try {
            return DriverManager.getConnection(database.getJdbcUrl(), properties);
        } catch (SQLException e) {
            throw new SQLTransientConnectionException(
                    "There is no connection for \"digest " + purpose + "\".", e.getSQLState(), e);
        }
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** Closes what may be broken already. */
    public static void drop(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It was lost before we gave it up.
        }
    }
}
