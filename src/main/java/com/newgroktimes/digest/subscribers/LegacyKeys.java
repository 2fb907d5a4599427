package com.newgroktimes.digest.subscribers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.TablesToRewrite;

/**
 * The table {@code legacy_key}: by what an older system's links named its readers. A key is looked up by its hash, so that the link
 * of a reader who was erased still knows that it is one.
 */
@Component
public class LegacyKeys {

    private final JdbcClient database;
    private final TablesToRewrite rewritten;

    LegacyKeys(JdbcClient database, TablesToRewrite rewritten) {
        this.database = database;
        this.rewritten = rewritten;
    }

    /** @param address of a reader who is here; where nobody is, the key is not kept */
    public record Key(String key, String address) {}

    /** One that is known already stays with its reader. */
    public void keep(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into legacy_key (hash, told, subscriber)
                        select sha256(convert_to(k.key, 'UTF8')), k.key, s.id
                          from unnest(:keys, :addresses) as k (key, address)
                          join subscriber s using (address)
                        on conflict (hash) do nothing
                        """)
                .param("keys", keys.stream().map(Key::key).toArray(String[]::new))
                .param("addresses", keys.stream().map(Key::address).toArray(String[]::new))
                .update();
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
        return database.sql("select subscriber from legacy_key where hash = sha256(convert_to(:key, 'UTF8'))")
                .param("key", key)
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
