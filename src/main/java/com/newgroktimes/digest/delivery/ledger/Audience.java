package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

import org.postgresql.util.PSQLState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.subscribers.ListStatistics;

/** Everyone who may be mailed at this moment, until the freeze writes them to the ledger. */
@Component
public class Audience {

    /** How many destinations are told apart, at most; all smaller ones are counted together. */
    private static final int NUMBERED = 99;

    private static final String UNREVISED = """
                        select subscriber
                          from delivery
                         where edition = :edition
                           and state in (0 /* WAITING */, 3 /* PUT_OFF */)
                           and revision < :revision
                        """;

    private final JdbcClient database;
    private final TotalTable totals;
    private final ListStatistics list;
    private final Clock clock;

    Audience(JdbcClient database, TotalTable totals, ListStatistics list, Clock clock) {
        this.database = database;
        this.totals = totals;
        this.list = list;
        this.clock = clock;
    }

    public long size() {
        return database.sql("select count(*) from reader_at(:now)")
                .param("now", at(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** What they read, most wanted first. */
    public List<Taste> tastes() {
        return database.sql("""
                        select locale, format, sections, sections::text as sections_text
                          from reader_at(:now)
                         group by locale, format, sections
                         order by count(*) desc, locale, format, sections
                        """)
                .param("now", at(clock.instant()))
                .query(Audience::taste)
                .list();
    }

    private static Taste taste(ResultSet row, int number) throws SQLException {
        return new Taste(
                row.getString("locale"),
                row.getString("format"),
                Arrays.asList((String[]) row.getArray("sections").getArray()),
                row.getString("sections_text"));
    }

    /**
     * Writes the audience to the ledger, in key order, and counts it. Belongs in one transaction with the note that the edition is
     * frozen.
     *
     * @return empty where some reader's taste is served by none of these: nothing may be committed then
     */
    public OptionalLong freeze(int edition, int revision, List<Serving> servings, Instant at) {
        // Without it each read-ahead after an import goes through the whole list.
        list.renew();
        totals.number(edition, NUMBERED, at);
        database.sql("analyze delivery_total").update();
        OptionalLong written = write(edition, revision, servings, at);
        if (written.isEmpty()) {
            return written;
        }
        if (servings.stream().anyMatch(serving -> serving.state() == DeliveryState.SKIPPED)) {
            noteWhoHasNothing(edition, at);
        }
        // Without it each read-ahead sorts the whole rest of the edition.
        database.sql("analyze delivery_%d".formatted(edition)).update();
        totals.recount(edition);
        return written;
    }

    /** In one statement, and so of one moment. Whose taste is served by none has no variant, and no row of the ledger is without. */
    private OptionalLong write(int edition, int revision, List<Serving> servings, Instant at) {
        try {
            return OptionalLong.of(database.sql("""
                        insert into delivery (edition, subscriber, state, variant, revision, destination)
                        select :edition, r.id, s.state, s.variant, :revision, coalesce(t.destination, 0)
                          from reader_at(:now) r
                          left join unnest(:locales, :formats, :sections, :variants, :states)
                               as s (locale, format, sections, variant, state)
                            on s.locale = r.locale and s.format = r.format and s.sections = r.sections::text
                          left join delivery_total t
                            on t.edition = :edition and t.domain = r.domain
                         order by r.id
                        """)
                    .param("now", at(at))
                    .param("edition", edition)
                    .param("revision", revision)
                    .params(columns(servings))
                    .update());
        } catch (DataIntegrityViolationException e) {
            if (isForWantOfAValue(e)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private static boolean isForWantOfAValue(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause
                && PSQLState.NOT_NULL_VIOLATION.getState().equals(cause.getSQLState());
    }

    private void noteWhoHasNothing(int edition, Instant at) {
        database.sql("""
                        insert into delivery_answer (subscriber, at, edition, state, tries, code, reply)
                        select subscriber, :at, edition, state, 0, 'NOTHING_IN_SECTIONS', 'No story in the sections they read.'
                          from delivery
                         where edition = :edition
                           and state = 7 /* SKIPPED */
                        """).param("edition", edition).param("at", at(at)).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Map<String, SqlArrayValue> columns(List<Serving> servings) {
        return Map.of(
                "locales", array("text", servings, serving -> serving.taste().locale()),
                "formats", array("text", servings, serving -> serving.taste().format()),
                "sections", array("text", servings, serving -> serving.taste().sectionsText()),
                "variants", array("smallint", servings, Serving::variant),
                "states", array("smallint", servings, serving -> serving.state().ordinal()));
    }

    /**
     * Whoever has not got the edition yet, and was not refused it, gets this revision, by their taste as it is now; nobody whose
     * sections have nothing in it does.
     */
    public void revise(int edition, int revision, List<Serving> servings, Instant now) {
        database.sql("""
                        with revised as (
                            update delivery d
                               set revision = :revision,
                                   variant = s.variant,
                                   state = case s.state when 7 /* SKIPPED */ then 7 else d.state end,
                                   changed_at = case s.state when 7 then :now else d.changed_at end
                              from reader_at(:now) r
                              join unnest(:locales, :formats, :sections, :variants, :states)
                                   as s (locale, format, sections, variant, state)
                                on s.locale = r.locale and s.format = r.format and s.sections = r.sections::text
                             where d.edition = :edition
                               and d.state in (0 /* WAITING */, 3 /* PUT_OFF */)
                               and d.revision < :revision
                               and r.id = d.subscriber
                         returning d.subscriber, d.state, d.tries
                        )
                        insert into delivery_answer (subscriber, at, edition, state, tries, code, reply)
                        select subscriber, :now, :edition, state, tries, 'NOTHING_IN_SECTIONS', 'No story in the sections they read.'
                          from revised
                         where state = 7 /* SKIPPED */
                        """)
                .param("edition", edition)
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(columns(servings))
                .update();
    }

    /** Whether somebody who has not got it yet is to get an earlier revision than this. */
    public boolean hasUnrevised(int edition, int revision) {
        return database.sql("select exists (%s)".formatted(UNREVISED))
                .param("edition", edition)
                .param("revision", revision)
                .query(Boolean.class)
                .single();
    }

    /** Those who have not got it yet and are left with an earlier revision than this. */
    public List<Long> unrevised(int edition, int revision) {
        return database.sql(UNREVISED + " order by subscriber")
                .param("edition", edition)
                .param("revision", revision)
                .query(Long.class)
                .list();
    }

    /** Leaves somebody out who may not be mailed any more. */
    public void leaveOut(int edition, long subscriber, Settlement.Note why, Instant now) {
        database.sql("""
                        with left_out as (
                            update delivery
                               set state = 7 /* SKIPPED */, changed_at = :now
                             where edition = :edition
                               and subscriber = :subscriber
                               and state in (0 /* WAITING */, 3 /* PUT_OFF */)
                         returning subscriber, state, tries
                        )
                        insert into delivery_answer (subscriber, at, edition, state, tries, code, reply)
                        select subscriber, :now, :edition, state, tries, :code, :reply from left_out
                        """)
                .param("edition", edition)
                .param("subscriber", subscriber)
                .param("code", why.code())
                .param("reply", why.reply())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static SqlArrayValue array(String type, List<Serving> servings, Function<Serving, Object> column) {
        return new SqlArrayValue(type, servings.stream().map(column).toArray());
    }

    /** The domains of an edition that most of its readers have, the largest first. */
    public List<String> largestDomains(int edition) {
        return totals.of(edition).stream()
                .map(TotalTable.Total::domain)
                .filter(domain -> !domain.isEmpty())
                .toList();
    }
}
