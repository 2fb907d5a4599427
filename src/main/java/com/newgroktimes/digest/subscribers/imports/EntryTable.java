package com.newgroktimes.digest.subscribers.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.subscribers.Act;
import com.newgroktimes.digest.subscribers.ErasedAddresses;
import com.newgroktimes.digest.subscribers.Erasure;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/** The tables {@code subscriber} and {@code evidence}, a block at a time. */
@Component
final class EntryTable {

    /** With a limit, for else the whole log may be read for each block. */
    private static final String WITH_EVIDENCE = """
            select s.id, s.address, s.state, s.confirmed_at, s.left_at, s.suppressed, s.suppressed_at,
                   coalesce((select true from evidence e
                              where e.subscriber = s.id
                                and e.what = case s.state when 'CONFIRMED' then :confirmed
                                                          when 'UNSUBSCRIBED' then :unsubscribed end
                              limit 1), false) as own_act,
                   coalesce((select true from evidence e
                              where e.subscriber = s.id and e.origin = :origin limit 1), false) as touched,
                   h.confirmed_here,
                   coalesce((select string_agg(e.what, '; ') from evidence e
                              where e.subscriber = s.id
                                and starts_with(e.what, :imported)
                                and e.at < h.confirmed_here), '') as told_before
              from subscriber s
             cross join lateral (select (select max(e.at) from evidence e
                                          where e.subscriber = s.id and e.what = :confirmed) as confirmed_here) h
             where s.address = any(:addresses)
            """;

    private final JdbcClient database;
    private final ErasedAddresses erased;
    private final Erasure erasure;

    EntryTable(JdbcClient database, ErasedAddresses erased, Erasure erasure) {
        this.database = database;
        this.erased = erased;
        this.erasure = erasure;
    }

    /** Imports take turns, a block each: two that lock the same readers in another order would wait for each other for ever. */
    void awaitTurn(List<Row> block) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('import', 0))")
                .query()
                .listOfRows();
        if (block.stream().anyMatch(row -> row.standing().suppressed() == Suppression.ERASED)) {
            erasure.awaitTurn();
        }
    }

    /** Enough to see whether a block may change anybody. Reads no evidence. */
    Map<String, Known> find(List<String> addresses) {
        return known(database.sql("""
                        select id, address, state, confirmed_at, left_at, suppressed, suppressed_at,
                               false as own_act, false as touched,
                               null::timestamptz as confirmed_here, '' as told_before
                          from subscriber
                         where address = any(:addresses)
                        """).param("addresses", addresses.toArray(String[]::new)));
    }

    /** @param origin of what an import that is under way has noted itself */
    Map<String, Known> findWithEvidence(List<String> addresses, String origin) {
        return withEvidence(WITH_EVIDENCE, addresses, origin);
    }

    /** Nobody else changes them until the end of the transaction. */
    Map<String, Known> hold(List<String> addresses, String origin) {
        return withEvidence(WITH_EVIDENCE + " order by s.address for no key update of s", addresses, origin);
    }

    private Map<String, Known> withEvidence(String sql, List<String> addresses, String origin) {
        return known(database.sql(sql)
                .param("confirmed", Act.CONFIRMED.words())
                .param("unsubscribed", Act.UNSUBSCRIBED.words())
                .param("imported", Act.IMPORTED.words())
                .param("origin", origin)
                .param("addresses", addresses.toArray(String[]::new)));
    }

    /** By address. */
    static Map<String, Known> known(JdbcClient.StatementSpec statement) {
        Map<String, Known> known = new HashMap<>();
        statement.query((ResultSet row) -> {
            known.put(row.getString("address"), read(row));
        });
        return known;
    }

    /** In lower case, of those given. */
    Set<String> suppressed(List<String> inLowerCase) {
        return new HashSet<>(database.sql("""
                        select lower(address)
                          from subscriber
                         where lower(address) = any(:given)
                           and suppressed is not null
                        """)
                .param("given", inLowerCase.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** In lower case, of those given. */
    Set<String> erased(List<String> inLowerCase) {
        return erased.amongThese(inLowerCase);
    }

    /** Those of the given whose readers have changed their address for another. */
    Set<String> moved(List<String> addresses) {
        return new HashSet<>(database.sql("select was from address_change where was = any(:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Whoever had their data erased elsewhere leaves no more than a mark here. */
    void erase(List<Entry> entries, String origin) {
        if (entries.isEmpty()) {
            return;
        }
        database.sql("select id from subscriber where address = any(:addresses)")
                .param("addresses", texts(entries, Entry::address))
                .query(Long.class)
                .list()
                .forEach(id -> erasure.erase(id, origin));
    }

    /** How many of them: somebody may have signed up a moment ago. */
    int add(List<Entry> entries, String origin, Instant now) {
        if (entries.isEmpty()) {
            return 0;
        }
        return database.sql("""
                        with arrived as (
                            select *
                              from unnest(:addresses, :states, :suppressed, :suppressed_at::timestamptz[], :locales, :sections,
                                          :sources, :formats, :break_until::timestamptz[], :signed_up_at::timestamptz[],
                                          :confirmed_at::timestamptz[], :left_at::timestamptz[], :what)
                                   as a (address, state, suppressed, suppressed_at, locale, sections, source, format,
                                         break_until, signed_up_at, confirmed_at, left_at, what)
                        ), entered as (
                            insert into subscriber (address, state, suppressed, suppressed_at, locale, sections, source,
                                                    format, break_until, signed_up_at, confirmed_at, left_at)
                            select address, state, suppressed,
                                   case when suppressed is not null then coalesce(suppressed_at, :now) end,
                                   locale, coalesce(string_to_array(sections, ';'), '{}'), source, format, break_until,
                                   coalesce(signed_up_at, confirmed_at, :now), confirmed_at,
                                   case state when 'UNSUBSCRIBED' then coalesce(left_at, :now) end
                              from arrived
                            on conflict (address) do nothing
                            returning id, address
                        ), noted as (
                            insert into evidence (subscriber, at, what, origin, version)
                            select id, :now, what, :origin, ''
                              from entered
                              join arrived using (address)
                        )
                        select count(*) from entered
                        """)
                .param("addresses", texts(entries, Entry::address))
                .param("states", texts(entries, entry -> entry.standing().state()))
                .param("suppressed", texts(entries, entry -> entry.standing().suppressed()))
                .param("suppressed_at", texts(entries, entry -> entry.standing().suppressedAt()))
                .param("locales", texts(entries, entry -> entry.first().wishes().locale()))
                .param(
                        "sections",
                        texts(
                                entries,
                                entry -> String.join(";", entry.first().wishes().sections())))
                .param("sources", texts(entries, entry -> entry.first().wishes().source()))
                .param("formats", texts(entries, entry -> entry.first().wishes().format()))
                .param(
                        "break_until",
                        texts(entries, entry -> entry.first().wishes().breakUntil()))
                .param("signed_up_at", texts(entries, entry -> entry.first().signedUpAt()))
                .param("confirmed_at", texts(entries, entry -> entry.standing().confirmedAt()))
                .param("left_at", texts(entries, entry -> entry.standing().leftAt()))
                .param("what", texts(entries, Entry::what))
                .param("origin", origin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** A confirmation that a stricter file takes back is gone, so that nothing brings it back. */
    void change(List<Entry> entries, String origin, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        database.sql("""
                        with told as (
                            select *
                              from unnest(:ids, :states, :confirmed_at::timestamptz[], :left_at::timestamptz[], :suppressed,
                                          :suppressed_at::timestamptz[], :what)
                                   as t (id, state, confirmed_at, left_at, suppressed, suppressed_at, what)
                        ), changed as (
                            update subscriber s
                               set state = t.state,
                                   confirmed_at = t.confirmed_at,
                                   left_at = case t.state when 'UNSUBSCRIBED' then coalesce(t.left_at, :now) end,
                                   suppressed = t.suppressed,
                                   suppressed_at = case when t.suppressed is not null then coalesce(t.suppressed_at, :now) end
                              from told t
                             where s.id = t.id
                        )
                        insert into evidence (subscriber, at, what, origin, version)
                        select id, :now, what, :origin, ''
                          from told
                        """)
                .param("ids", entries.stream().map(Entry::id).toArray(Long[]::new))
                .param("states", texts(entries, entry -> entry.standing().state()))
                .param("confirmed_at", texts(entries, entry -> entry.standing().confirmedAt()))
                .param("left_at", texts(entries, entry -> entry.standing().leftAt()))
                .param("suppressed", texts(entries, entry -> entry.standing().suppressed()))
                .param("suppressed_at", texts(entries, entry -> entry.standing().suppressedAt()))
                .param("what", texts(entries, Entry::what))
                .param("origin", origin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Had these come first, their twins in another case would have been refused: so no twin whom only a list brought is mailed either.
     * Whoever signed up under such an address stays. Nobody is taken for erased whose data are here.
     */
    void suppressTwins(List<Entry> entries, String origin, Instant now) {
        List<Long> twins = entries.isEmpty() ? List.of() : twins(entries);
        if (twins.isEmpty()) {
            return;
        }
        database.sql("""
                        with suppressed as (
                            update subscriber t
                               set suppressed = case s.suppressed when 'ERASED' then 'OPERATOR' else s.suppressed end,
                                   suppressed_at = s.suppressed_at
                              from subscriber s
                             where t.id = any(:twins)
                               and lower(s.address) = lower(t.address)
                               and s.suppressed is not null
                               and not exists (select from evidence e where e.subscriber = t.id and e.what = any(:own))
                            returning t.id
                        )
                        insert into evidence (subscriber, at, what, origin, version)
                        select id, :now, :what, :origin, ''
                          from suppressed
                        """)
                .param("twins", twins.toArray(Long[]::new))
                .param("own", new String[] {Act.SIGNED_UP.words(), Act.ADDED.words(), Act.CONFIRMED.words()})
                .param(
                        "what",
                        Act.SUPPRESSED.words() + ": as an address that differs from this in upper and lower case alone")
                .param("origin", origin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nearly always nobody. Twins are of one inbox, which an index finds; joined with anything, the whole list would be read. */
    private List<Long> twins(List<Entry> entries) {
        String[] addresses = entries.stream().map(Entry::address).toArray(String[]::new);
        return database.sql("""
                        select id
                          from subscriber
                         where inbox = any(array(select inbox_of(a) from unnest(:addresses::text[]) a))
                           and lower(address) = any(array(select lower(a) from unnest(:addresses::text[]) a))
                           and suppressed is null
                        """).param("addresses", addresses).query(Long.class).list();
    }

    static @Nullable String[] texts(List<Entry> entries, Function<Entry, @Nullable Object> part) {
        return entries.stream()
                .map(part)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    private static Known read(ResultSet row) throws SQLException {
        @Nullable String suppressed = row.getString("suppressed");
        return new Known(
                row.getLong("id"),
                new Standing(
                        SubscriberState.valueOf(row.getString("state")),
                        Timestamptz.orNull(row, "confirmed_at"),
                        Timestamptz.orNull(row, "left_at"),
                        suppressed == null ? null : Suppression.valueOf(suppressed),
                        Timestamptz.orNull(row, "suppressed_at")),
                row.getBoolean("own_act"),
                row.getBoolean("touched"),
                new History(Timestamptz.orNull(row, "confirmed_here"), row.getString("told_before")));
    }
}
