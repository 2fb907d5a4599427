package com.newgroktimes.digest.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.platform.postgres.Rewriting.Owed;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** When it may be done. That nothing is left is looked at in the files of a real service. */
class RewritingTest {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void nothingIsOwedBeforeAnythingWasErased() throws SQLException {
        try (Connection ours = source.getConnection()) {
            assertThat(Rewriting.due(ours).isNeeded()).isFalse();
        }
    }

    @Test
    void whoeverStillSeesWhatWasThereIsWaitedFor() throws SQLException {
        try (Connection ours = source.getConnection();
                Connection looking = source.getConnection()) {
            begins(looking);
            erases("subscriber");
            assertThat(Rewriting.due(ours).isNeeded()).isFalse();

            looking.rollback();
            becomesDue(ours);
            begins(looking);
            assertThat(Rewriting.due(ours).tables()).extracting(Owed::name).containsExactly("subscriber");
        }
    }

    @Test
    void whileAnEditionIsBeingSentItWaits() throws SQLException {
        erases("subscriber");
        try (Connection ours = source.getConnection();
                Connection run = source.getConnection();
                Statement lock = run.createStatement()) {
            becomesDue(ours);
            lock.execute("select pg_advisory_lock(1, 2)");
            assertThat(Rewriting.due(ours).isNeeded()).isFalse();
        }
    }

    @Test
    void whatWasErasedMeanwhileIsOwedStill() throws SQLException {
        erases("subscriber");
        erases("delivery_answer_7");
        try (Connection ours = source.getConnection()) {
            becomesDue(ours);
            Rewriting due = Rewriting.due(ours);
            erases("subscriber");
            due.carryOut(ours);
            becomesDue(ours);

            assertThat(Rewriting.due(ours).tables()).extracting(Owed::name).containsExactly("subscriber");
            assertThat(database.sql("show lock_timeout").query(String.class).list())
                    .isEqualTo(List.of("0"));
        }
    }

    private void erases(String table) {
        database.sql("""
                        insert into table_to_rewrite (name)
                        values (:table)
                        on conflict (name) do update
                           set erased_by = pg_current_xact_id()
                        """).param("table", table).update();
    }

    private static void begins(Connection looking) throws SQLException {
        looking.setAutoCommit(false);
        looking.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = looking.createStatement()) {
            statement.execute("select count(*) from subscriber");
        }
    }

    /** Once whatever else this server does in that moment is over. */
    private static void becomesDue(Connection ours) {
        eventually("it is due", () -> {
            try {
                return Rewriting.due(ours).isNeeded();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }
}
