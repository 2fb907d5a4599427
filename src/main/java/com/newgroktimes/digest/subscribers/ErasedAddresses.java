package com.newgroktimes.digest.subscribers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Keys;
import com.newgroktimes.digest.platform.Timestamptz;

/**
 * The table {@code erased_address}: one-way marks, which tell an address that is shown to us again and give none away. They are
 * made with a secret, since anybody can try all addresses that they can think of on a plain hash.
 */
@Component
public class ErasedAddresses {

    private static final String PURPOSE = "erased address";

    private final JdbcClient database;
    private final Keys keys;
    private final Clock clock;

    ErasedAddresses(JdbcClient database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    void mark(EmailAddress address, long subscriber) {
        forget(address);
        database.sql("""
                        insert into erased_address (mark, lower_case, key, subscriber, erased_at)
                        values (:mark, :lowerCase, :key, :subscriber, :now)
                        """)
                .param("mark", keys.mac(PURPOSE, bytes(address.key())))
                .param("lowerCase", keys.mac(PURPOSE, bytes(lowerCase(address.key()))))
                .param("key", keys.fingerprint())
                .param("subscriber", subscriber)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** They want our mail again. */
    void forget(EmailAddress address) {
        database.sql("delete from erased_address where mark = any(:marks)")
                .param("marks", marks(address.key()))
                .update();
    }

    Optional<ErasedReader> find(EmailAddress address) {
        return database.sql("""
                        select subscriber, erased_at
                          from erased_address
                         where mark = any(:marks)
                         order by erased_at desc
                         limit 1
                        """)
                .param("marks", marks(address.key()))
                .query((row, number) -> new ErasedReader(row.getLong("subscriber"), Timestamptz.of(row, "erased_at")))
                .optional();
    }

    boolean isKnownInAnyCase(EmailAddress address) {
        return !amongThese(List.of(lowerCase(address.key()))).isEmpty();
    }

    /** Those of the given addresses, all in lower case, that were erased in whatever case. Costs a look where there is none at all. */
    public Set<String> amongThese(Collection<String> inLowerCase) {
        if (isEmpty()) {
            return Set.of();
        }
        Map<String, String> addresses = new HashMap<>();
        for (String address : inLowerCase) {
            keys.macs(PURPOSE, bytes(address))
                    .forEach(mark -> addresses.put(HexFormat.of().formatHex(mark), address));
        }
        Set<String> erased = new HashSet<>();
        database.sql("select encode(lower_case, 'hex') from erased_address where lower_case = any(:marks)")
                .param(
                        "marks",
                        addresses.keySet().stream()
                                .map(HexFormat.of()::parseHex)
                                .toArray(byte[][]::new))
                .query(String.class)
                .list()
                .forEach(mark -> erased.add(addresses.get(mark)));
        return erased;
    }

    private boolean isEmpty() {
        return !database.sql("select exists (select 1 from erased_address)")
                .query(Boolean.class)
                .single();
    }

    private byte[][] marks(String address) {
        return keys.macs(PURPOSE, bytes(address)).toArray(byte[][]::new);
    }

    private static String lowerCase(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String address) {
        return address.getBytes(StandardCharsets.UTF_8);
    }
}
