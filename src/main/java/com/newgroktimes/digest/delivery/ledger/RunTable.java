package com.newgroktimes.digest.delivery.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;

/** The runs' own rows: until when each may go on, and when it was last heard of. Its epoch is the business of {@link Epochs}. */
@Component
public class RunTable {

    private final JdbcClient database;

    RunTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * The last sign of life of whoever sends.
     *
     * @param perMinute accepted in the minute before; null where that cannot be told yet
     */
    public record SignOfLife(Instant at, @Nullable Integer perMinute) {}

    public Optional<SignOfLife> signOfLife(int edition) {
        return database.sql(
                        "select counted_at, per_minute from run where edition = :edition and counted_at is not null")
                .param("edition", edition)
                .query((row, number) ->
                        new SignOfLife(Timestamptz.of(row, "counted_at"), row.getObject("per_minute", Integer.class)))
                .optional();
    }

    /** Leaves one; changes nothing once another has taken the run over. */
    void lives(int edition, int epoch, SignOfLife sign) {
        database.sql("""
                        update run
                           set counted_at = :at, per_minute = :perMinute
                         where edition = :edition
                           and epoch = :epoch
                        """)
                .param("at", sign.at().atOffset(ZoneOffset.UTC))
                .param("perMinute", sign.perMinute())
                .param("edition", edition)
                .param("epoch", epoch)
                .update();
    }

    /** How often it has been started; empty where it never was. */
    public Optional<Integer> attempt(int edition) {
        return database.sql("select attempt from run where edition = :edition")
                .param("edition", edition)
                .query(Integer.class)
                .optional();
    }

    /** When what is left is left out; empty before the freeze. */
    public Optional<Instant> endsAt(int edition) {
        return database.sql("select ends_at from run where edition = :edition and ends_at is not null")
                .param("edition", edition)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** A run that has ended begins anew. */
    public void endsAt(int edition, Instant at) {
        database.sql("update run set ends_at = :at, ended_at = null where edition = :edition")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .update();
    }

    /** Every other edition that is frozen and not over yet ends now. */
    public void endOlderThan(int edition, Instant now) {
        database.sql("""
                        update run
                           set ends_at = :now
                         where edition < :edition
                           and ended_at is null
                           and ends_at > :now
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .update();
    }

    /** A run that was begun and has not ended. */
    public record Unended(int edition, @Nullable Instant endsAt) {
        public boolean isOver(Instant now) {
            return endsAt != null && !now.isBefore(endsAt);
        }
    }

    public List<Unended> unended() {
        return database.sql("select edition, ends_at from run where ended_at is null order by edition")
                .query((row, number) -> new Unended(row.getInt("edition"), Timestamptz.orNull(row, "ends_at")))
                .list();
    }

    /** Those whose ledger may still be there. */
    public List<Integer> endedBefore(Instant moment) {
        return database.sql("""
                        select edition
                          from run
                         where ended_at < :moment
                           and to_regclass('delivery_' || edition) is not null
                         order by edition
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .list();
    }

    public void ended(int edition, Instant at) {
        database.sql("update run set ended_at = :at, per_minute = null where edition = :edition")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .update();
    }
}
