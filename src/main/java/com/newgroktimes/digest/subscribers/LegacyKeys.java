package com.newgroktimes.digest.subscribers;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.TablesToRewrite;

/**
 * The table {@code legacy_key}: by what an older system's links named its readers. A key is looked up by its {@link LegacyMarks mark}, so
 * that the link of a reader who was erased still knows that it is one.
 */
@Component
public class LegacyKeys {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;
    private final LegacyMarks marks;
    private final TablesToRewrite rewritten;

    LegacyKeys(JdbcClient database, LegacyMarks marks, TablesToRewrite rewritten) {
        this.database = database;
        this.marks = marks;
        this.rewritten = rewritten;
    }

    /** @param address of a reader who is here; where nobody is, the key is not kept */
    public record Key(String key, String address) {}

    /** One that is known already stays with its reader. */
    public void keep(Collection<Key> keys) {
        Set<String> known = known(keys);
        List<Key> unknown = keys.stream()
                .filter(key -> marks.all(key.key()).stream().map(HEX::formatHex).noneMatch(known::contains))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into legacy_key (hash, key, told, subscriber)
                        select k.mark, :key, k.told, s.id
                          from unnest(:marks, :told, :addresses) as k (mark, told, address)
                          join subscriber s using (address)
                        on conflict (hash) do nothing
                        """)
                .param("key", marks.secret())
                .param("marks", unknown.stream().map(key -> marks.of(key.key())).toArray(byte[][]::new))
                .param("told", unknown.stream().map(Key::key).toArray(String[]::new))
                .param("addresses", unknown.stream().map(Key::address).toArray(String[]::new))
                .update();
    }

    /** In hexadecimal, the marks by which any of these is kept. */
    private Set<String> known(Collection<Key> keys) {
        return database.sql("select encode(hash, 'hex') from legacy_key where hash = any(:marks)")
                .param(
                        "marks",
                        keys.stream()
                                .flatMap(key -> marks.all(key.key()).stream())
                                .toArray(byte[][]::new))
                .query(String.class)
                .set();
    }

    /** Old links of either lead to the one from now on. */
    void hand(long from, long to) {
        database.sql("update legacy_key set subscriber = :to where subscriber = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** By what old links name this reader. */
    List<String> of(long subscriber) {
        return database.sql(
                        "select told from legacy_key where subscriber = :subscriber and told is not null order by told")
                .param("subscriber", subscriber)
                .query(String.class)
                .list();
    }

    /** The number of the reader whom an old link names. */
    public Optional<Long> reader(String key) {
        if (key.isEmpty() || key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return database.sql("select subscriber from legacy_key where hash = any(:marks) limit 1")
                .param("marks", marks.all(key).toArray(byte[][]::new))
                .query(Long.class)
                .optional();
    }

    /** The link goes on to work. */
    @EventListener
    void forget(Erased erased) {
        int forgotten = database.sql(
                        "update legacy_key set told = null where subscriber = :subscriber and told is not null")
                .param("subscriber", erased.subscriber())
                .update();
        if (forgotten > 0) {
            rewritten.add(List.of("legacy_key"));
        }
    }

    /** The same for those of whom no row is left. */
    void forget(Collection<Long> subscribers) {
        database.sql("update legacy_key set told = null where subscriber = any(:subscribers) and told is not null")
                .param("subscribers", new SqlArrayValue("bigint", subscribers.toArray()))
                .update();
    }
}
