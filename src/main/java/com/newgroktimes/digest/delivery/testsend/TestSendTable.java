package com.newgroktimes.digest.delivery.testsend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** The table {@code test_send}: who tested what, and when. */
@Component
class TestSendTable {

    private final JdbcClient database;

    TestSendTable(JdbcClient database) {
        this.database = database;
    }

    /** Until the end of the transaction nobody else begins a test. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('test send', 0))")
                .query()
                .listOfRows();
    }

    long begin(EditionProof proof, String by, Instant at) {
        return database.sql("""
                        insert into test_send (edition, content_hash, language, format, operator, at)
                        values (:edition, :contentHash, :language, :format, :by, :at)
                        returning id
                        """)
                .param("edition", proof.edition().number())
                .param("contentHash", proof.edition().contentHash())
                .param("language", proof.rendered().variant().language())
                .param("format", proof.rendered().variant().format())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** A test without its copies. */
    record SendRow(long id, int edition, String contentHash, Variant variant, String by, Instant at) {

        /** Whether what was tested is what this is, to the letter. */
        boolean isOf(EditionProof proof) {
            Variant shown = proof.rendered().variant();
            return edition == proof.edition().number()
                    && contentHash.equals(proof.edition().contentHash())
                    && variant.language().equals(shown.language())
                    && variant.format().equals(shown.format());
        }
    }

    SendRow get(long id) {
        return database.sql("select * from test_send where id = :id")
                .param("id", id)
                .query(TestSendTable::row)
                .single();
    }

    Optional<SendRow> last(int edition) {
        return database.sql("select * from test_send where edition = :edition order by id desc limit 1")
                .param("edition", edition)
                .query(TestSendTable::row)
                .optional();
    }

    Optional<SendRow> lastBy(String operator) {
        return database.sql("select * from test_send where operator = :operator order by id desc limit 1")
                .param("operator", operator)
                .query(TestSendTable::row)
                .optional();
    }

    int drop(Instant before) {
        return database.sql("delete from test_send where at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    private static SendRow row(ResultSet row, int number) throws SQLException {
        return new SendRow(
                row.getLong("id"),
                row.getInt("edition"),
                row.getString("content_hash"),
                new Variant(row.getString("language"), row.getString("format"), List.of()),
                row.getString("operator"),
                Timestamptz.of(row, "at"));
    }
}
