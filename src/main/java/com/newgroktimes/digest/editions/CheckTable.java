package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.editions.Check.Level;

import static java.time.ZoneOffset.UTC;

/** What the rules last said of each edition. */
@Repository
class CheckTable {

    private final JdbcClient database;

    CheckTable(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which the rules were asked; nothing where another content was checked. */
    List<Check> of(int edition, String contentHash) {
        return database.sql("""
                        select rule, level, message, at
                          from edition_check
                         where edition = :edition
                           and hash = :contentHash
                         order by row_no
                        """)
                .param("edition", edition)
                .param("contentHash", contentHash)
                .query(CheckTable::check)
                .list();
    }

    void replace(int edition, String contentHash, List<Check> checks) {
        database.sql("delete from edition_check where edition = :edition")
                .param("edition", edition)
                .update();
        for (int row = 0; row < checks.size(); row++) {
            insert(edition, contentHash, row, checks.get(row));
        }
    }

    private void insert(int edition, String contentHash, int row, Check check) {
        database.sql("""
                        insert into edition_check (edition, row_no, rule, hash, level, message, at)
                        values (:edition, :row, :rule, :contentHash, :level, :message, :at)
                        """)
                .param("edition", edition)
                .param("row", row)
                .param("rule", check.rule())
                .param("contentHash", contentHash)
                .param("level", check.level().name())
                .param("message", check.message())
                .param("at", check.at().atOffset(UTC))
                .update();
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        return new Check(
                row.getString("rule"),
                Level.valueOf(row.getString("level")),
                row.getString("message"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
