package com.newgroktimes.digest.subscribers.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.subscribers.PastImport;

/** The table {@code subscriber_import}. */
@Component
final class ImportLog {

    private final JdbcClient database;
    private final Clock clock;

    ImportLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Its number. */
    long begin(String operator) {
        return database.sql("""
                        insert into subscriber_import (operator, began_at)
                        values (:operator, :now)
                        returning number
                        """)
                .param("operator", operator)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Belongs in the block's transaction. */
    void count(long number, Merge merge) {
        database.sql("""
                        update subscriber_import
                           set added = added + :added, changed = changed + :changed, unchanged = unchanged + :unchanged
                         where number = :number
                        """)
                .param("number", number)
                .param("added", merge.countAdded())
                .param("changed", merge.countChanged())
                .param("unchanged", merge.countUnchanged())
                .update();
    }

    /** @param sha256 of the whole file */
    void end(long number, long leftOut, String sha256) {
        database.sql("""
                        update subscriber_import
                           set left_out = :left_out, ended_at = :now, sha256 = :sha256
                         where number = :number
                        """)
                .param("number", number)
                .param("left_out", leftOut)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sha256", sha256)
                .update();
    }

    /** Newest first. */
    List<PastImport> latest(int most) {
        return database.sql("select * from subscriber_import order by number desc limit :most")
                .param("most", most)
                .query(ImportLog::read)
                .list();
    }

    private static PastImport read(ResultSet row, int number) throws SQLException {
        return new PastImport(
                row.getLong("number"),
                row.getString("operator"),
                Timestamptz.of(row, "began_at"),
                Timestamptz.orNull(row, "ended_at"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("left_out"));
    }
}
