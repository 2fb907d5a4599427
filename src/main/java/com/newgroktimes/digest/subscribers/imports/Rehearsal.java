package com.newgroktimes.digest.subscribers.imports;

import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.newgroktimes.digest.subscribers.Suppression;

/**
 * Enters nothing. What the file would have made of each address so far is kept in a table that only this connection sees: so twins
 * that stand far apart are found, without a whole file in memory, and without a transaction that is open for as long as it takes
 * to read one.
 */
final class Rehearsal implements Entries, AutoCloseable {

    private static final String NOTHING_NOTED = "";

    private final EntryTable table;
    private final JdbcClient own;

    Rehearsal(EntryTable table, Connection connection) {
        this.table = table;
        this.own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        own.sql("""
                create temporary table rehearsed (
                    address        text primary key,
                    lower_case     text not null,
                    state          text not null,
                    confirmed_at   timestamptz,
                    left_at        timestamptz,
                    suppressed     text,
                    suppressed_at  timestamptz,
                    own_act        boolean not null,
                    confirmed_here timestamptz,
                    told_before    text not null
                )
                """).update();
        own.sql("create index on rehearsed (lower_case) where suppressed is not null")
                .update();
    }

    @Override
    public Merge take(List<Row> block) {
        List<String> addresses = Merge.addresses(block);
        List<String> inLowerCase = Merge.lowerCase(addresses);
        Set<String> suppressed = table.suppressed(inLowerCase);
        suppressed.addAll(rehearsedSuppressed(inLowerCase));
        Map<String, Known> rehearsed = rehearsed(addresses);
        Merge merge = merge(block, table.find(addresses), rehearsed, suppressed);
        if (!merge.changed().isEmpty()) {
            merge = merge(block, table.findWithEvidence(addresses, NOTHING_NOTED), rehearsed, suppressed);
        }
        keep(merge.added());
        keep(merge.changed());
        return merge;
    }

    private Merge merge(
            List<Row> block, Map<String, Known> known, Map<String, Known> rehearsed, Set<String> suppressed) {
        List<String> inLowerCase = Merge.lowerCase(Merge.addresses(block));
        Set<String> erased = new HashSet<>(table.erased(inLowerCase));
        erased.addAll(rehearsedErased(inLowerCase));
        rehearsed.forEach((address, entry) -> {
            if (entry.standing().suppressed() == Suppression.ERASED) {
                known.remove(address);
            } else {
                known.put(address, entry);
            }
        });
        return new Merge(block, known, suppressed, erased, table.moved(Merge.addresses(block)));
    }

    private Map<String, Known> rehearsed(List<String> addresses) {
        return EntryTable.known(own.sql("""
                        select 0 as id, address, state, confirmed_at, left_at, suppressed, suppressed_at, own_act, true as touched,
                               confirmed_here, told_before
                          from rehearsed
                         where address = any(:addresses)
                        """).param("addresses", addresses.toArray(String[]::new)));
    }

    private List<String> rehearsedErased(List<String> inLowerCase) {
        return own.sql("""
                        select lower_case
                          from rehearsed
                         where lower_case = any(:given)
                           and suppressed = 'ERASED'
                        """)
                .param("given", inLowerCase.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<String> rehearsedSuppressed(List<String> inLowerCase) {
        return own.sql("""
                        select lower_case
                          from rehearsed
                         where lower_case = any(:given)
                           and suppressed is not null
                           and suppressed <> 'ERASED'
                        """)
                .param("given", inLowerCase.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private void keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        own.sql("""
                        insert into rehearsed
                        select address, lower_case, state, confirmed_at,
                               case state when 'UNSUBSCRIBED' then coalesce(left_at, now()) end, suppressed,
                               case when suppressed is not null then coalesce(suppressed_at, now()) end, own_act,
                               confirmed_here, told_before
                          from unnest(:addresses, :lower_case, :states, :confirmed_at::timestamptz[],
                                      :left_at::timestamptz[], :suppressed, :suppressed_at::timestamptz[],
                                      :own_act::boolean[], :confirmed_here::timestamptz[], :told_before)
                               as e (address, lower_case, state, confirmed_at, left_at, suppressed, suppressed_at, own_act,
                                     confirmed_here, told_before)
                        on conflict (address) do update
                           set state = excluded.state, confirmed_at = excluded.confirmed_at, left_at = excluded.left_at,
                               suppressed = excluded.suppressed, suppressed_at = excluded.suppressed_at
                        """)
                .param("addresses", EntryTable.texts(entries, Entry::address))
                .param("lower_case", EntryTable.texts(entries, entry -> Merge.lowerCase(entry.address())))
                .param(
                        "states",
                        EntryTable.texts(entries, entry -> entry.standing().state()))
                .param(
                        "confirmed_at",
                        EntryTable.texts(entries, entry -> entry.standing().confirmedAt()))
                .param(
                        "left_at",
                        EntryTable.texts(entries, entry -> entry.standing().leftAt()))
                .param(
                        "suppressed",
                        EntryTable.texts(entries, entry -> entry.standing().suppressed()))
                .param(
                        "suppressed_at",
                        EntryTable.texts(entries, entry -> entry.standing().suppressedAt()))
                .param("own_act", EntryTable.texts(entries, Entry::isOwnAct))
                .param(
                        "confirmed_here",
                        EntryTable.texts(entries, entry -> entry.history().confirmedHere()))
                .param(
                        "told_before",
                        EntryTable.texts(entries, entry -> entry.history().toldBefore()))
                .update();
    }

    @Override
    public void close() {
        own.sql("drop table rehearsed").update();
    }
}
