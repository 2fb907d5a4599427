package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;

/** Destinations that get less of an edition than we could send, as they asked for. Kept, so that a restart does not forget it. */
@Component
public class DestinationBrakes {

    // Whoever is named in it may be erased while its run goes on, so that only the table knows what may still be told.
    private static final String SAID = """
            coalesce(nullif(:reply, ''),
                     (select max(said.reply)
                        from destination_brake said
                       where said.edition = :edition
                         and coalesce(nullif(said.destination, ''), said.domain) = :destination),
                     '')""";

    private final JdbcClient database;

    DestinationBrakes(JdbcClient database) {
        this.database = database;
    }

    public enum Kind {
        /** It refused us, not a reader: it gets nothing for a while. */
        ASIDE,
        /** It asked for less: it gets one message at a time, ever more slowly, until it takes them again. */
        SLOWED,
        /** It said that we send too much: it gets nothing for a while, and then few at once. */
        QUIET,
        /** After that: over one connection, and over one more each minute in which it takes what it gets. */
        FEW
    }

    /**
     * @param destination what it holds for: the domain, or the operator of its mail exchangers
     * @param interval    between two messages; null where it has no tempo of its own, or an older version has noted it
     * @param reply       what it said; empty for one to be written: what it said before
     */
    public record DestinationBrake(
            String domain,
            DestinationName destination,
            Kind kind,
            Instant since,
            Instant until,
            @Nullable Duration interval,
            String reply) {

        /** Nothing goes to it now. */
        public boolean halts(Instant now) {
            return (kind == Kind.ASIDE || kind == Kind.QUIET) && until.isAfter(now);
        }

        public DestinationBrake alsoFor(String other) {
            return new DestinationBrake(other, destination, kind, since, until, interval, "");
        }

        public DestinationBrake saying(String words) {
            return new DestinationBrake(domain, destination, kind, since, until, interval, words);
        }
    }

    public void put(int edition, DestinationBrake brake) {
        write("""
                        insert into destination_brake (edition, domain, destination, kind, since, until, interval_ms, reply)
                        values (:edition, :domain, :destination, :kind, :since, :until, :interval, %s)
                            on conflict (edition, domain) do update
                           set destination = excluded.destination, kind = excluded.kind, since = excluded.since, until = excluded.until,
                               interval_ms = excluded.interval_ms, reply = excluded.reply
                        """, edition, brake);
    }

    /** The same for a domain that was written before, unless it is to be read here no more. */
    public void change(int edition, DestinationBrake brake) {
        write("""
                        update destination_brake
                           set destination = :destination, kind = :kind, since = :since, until = :until, interval_ms = :interval, reply = %s
                         where edition = :edition
                           and domain = :domain
                        """, edition, brake);
    }

    private void write(String statement, int edition, DestinationBrake brake) {
        database.sql(statement.formatted(SAID))
                .param("edition", edition)
                .param("domain", brake.domain())
                .param("destination", brake.destination().name())
                .param("kind", brake.kind().name())
                .param("since", brake.since().atOffset(ZoneOffset.UTC))
                .param("until", brake.until().atOffset(ZoneOffset.UTC))
                .param(
                        "interval",
                        brake.interval() == null ? null : brake.interval().toMillis(),
                        Types.INTEGER)
                .param("reply", brake.reply())
                .update();
    }

    /** What destinations said that names this local part. */
    public void forgetWords(String localPart) {
        database.sql("update destination_brake set reply = '' where position(lower(:localPart) in lower(reply)) > 0")
                .param("localPart", localPart)
                .update();
    }

    /** The destination gets as much as any other. */
    public void release(int edition, DestinationName destination) {
        database.sql("""
                        delete from destination_brake
                         where edition = :edition
                           and (destination = :destination or (destination = '' and domain = :destination))
                        """)
                .param("edition", edition)
                .param("destination", destination.name())
                .update();
    }

    /** Nothing is to be read here of this domain. */
    public void forget(int edition, String domain) {
        database.sql("delete from destination_brake where edition = :edition and domain = :domain")
                .param("edition", edition)
                .param("domain", domain)
                .update();
    }

    /**
     * Nothing is to be read here of this domain where it is too small to be told apart: what it said is found out again.
     *
     * @return whether there was anything
     */
    public boolean forgetSmall(String domain) {
        return database.sql("""
                        delete from destination_brake b
                         where b.domain = :domain
                           and not exists (select 1 from delivery_total t where t.edition = b.edition and t.domain = b.domain)
                        """).param("domain", domain).update() > 0;
    }

    /** Those that hold now, and those whose time is over that get few at once until they have taken some. */
    public List<DestinationBrake> of(int edition, Instant now) {
        return database.sql("""
                        select domain, coalesce(nullif(destination, ''), domain) as destination, kind, since, until, interval_ms, reply
                          from destination_brake
                         where edition = :edition
                           and (until > :now or kind in ('QUIET', 'FEW'))
                         order by since
                        """)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new DestinationBrake(
                        row.getString("domain"),
                        new DestinationName(row.getString("destination")),
                        Kind.valueOf(row.getString("kind")),
                        Timestamptz.of(row, "since"),
                        Timestamptz.of(row, "until"),
                        interval(row),
                        row.getString("reply")))
                .list();
    }

    private static @Nullable Duration interval(ResultSet row) throws SQLException {
        Integer millis = row.getObject("interval_ms", Integer.class);
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
