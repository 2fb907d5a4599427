package com.newgroktimes.digest.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables that are written anew, so that nothing is on the disk that is not in them any more: pages, indexes, what the planner
 * remembers of their values, and the log of all that was written.
 */
record Rewriting(List<Owed> tables) {

    /** @param erasedBy the last transaction that erased something there */
    record Owed(String name, String erasedBy) {}

    /**
     * What can be done now: nothing while an edition is being sent, which would stand still, and nothing while somebody is looking at
     * what was there before, since the server would keep it for them.
     */
    static Rewriting due(Connection connection) throws SQLException {
        List<Owed> owed = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select name, erased_by::text
                          from table_to_rewrite
                         where not exists (
                                   select 1 from pg_locks where locktype = 'advisory' and objsubid = 2 /* of runs */)
                           and not exists (
                                   select 1
                                     from pg_stat_activity other, table_to_rewrite t
                                    where other.pid <> pg_backend_pid()
                                      and age(other.backend_xmin) >= age(t.erased_by::xid))
                         order by name
                        """)) {
            while (row.next()) {
                owed.add(new Owed(row.getString(1), row.getString(2)));
            }
        }
        return new Rewriting(owed);
    }

    boolean isNeeded() {
        return !tables.isEmpty();
    }

    /** Whoever wants one of the tables waits meanwhile: some seconds for a million readers. */
    void carryOut(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '1s'"); // all others would wait behind us, for as long as we wait
            try {
                for (Owed table : tables) {
                    rewrite(statement, table.name());
                }
                statement.execute("vacuum full pg_statistic");
            } finally {
                statement.execute("reset lock_timeout");
            }
            dropTheLog(statement);
        }
        forget(connection);
    }

    /** A partition may have been dropped meanwhile. */
    private static void rewrite(Statement statement, String table) throws SQLException {
        try (ResultSet known = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            known.next();
            if (!known.getBoolean(1)) {
                return;
            }
        }
        statement.execute("vacuum (full, analyze) " + table);
    }

    /** Files before the last checkpoint go; the second one makes the first file of all that began after the erasure the oldest. */
    private static void dropTheLog(Statement statement) throws SQLException {
        statement.execute("checkpoint");
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
    }

    private void forget(Connection connection) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from table_to_rewrite where name = ? and erased_by = ?::xid8")) {
            for (Owed table : tables) {
                delete.setString(1, table.name());
                delete.setString(2, table.erasedBy());
                delete.executeUpdate();
            }
        }
    }
}
