package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** What the rules last said of each edition. */
@Repository
class CheckTable {

    private final JdbcClient database;
    private final JsonMapper json;

    CheckTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In the order in which the rules were asked; nothing where another content was checked. */
    List<Check> of(int edition, String contentHash) {
        return database.sql("""
                        select rule, level, what, args, message, at
                          from edition_check
                         where edition = :edition
                           and hash = :contentHash
                         order by row_no
                        """)
                .param("edition", edition)
                .param("contentHash", contentHash)
                .query(this::check)
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
                        insert into edition_check (edition, row_no, rule, hash, level, what, args, message, at)
                        values (:edition, :row, :rule, :contentHash, :level, :what, :args::jsonb, :message, :at)
                        """)
                .param("edition", edition)
                .param("row", row)
                .param("rule", check.rule())
                .param("contentHash", contentHash)
                .param("level", check.level().name())
                .param("what", check.finding().what())
                .param("args", json.writeValueAsString(check.finding().args()))
                .param("message", check.message())
                .param("at", check.at().atOffset(UTC))
                .update();
    }

    private Check check(ResultSet row, int number) throws SQLException {
        return new Check(row.getString("rule"), finding(row), row.getString("message"), Timestamptz.of(row, "at"));
    }

    private Finding finding(ResultSet row) throws SQLException {
        Level level = Level.valueOf(row.getString("level"));
        String what = row.getString("what");
        return what == null
                ? Finding.untold(level)
                : new Finding(level, what, List.of(json.readValue(row.getString("args"), Object[].class)));
    }
}
