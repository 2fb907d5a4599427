package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;

/** In the table {@code subscriber}, whom it is asked for; and the locks that let one request an inbox through at a time. */
@Component
class Inboxes {

    private final JdbcClient database;
    private final Clock clock;

    Inboxes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Two that were entered together are of one inbox, whose budget would be counted once for both. */
    static final class Shared extends RuntimeException {

        Shared() {
            super("Two of those who came at once are of one inbox.");
        }
    }

    /**
     * The numbers of addresses, new or not, none of them twice. Nobody's state changes by a request that anyone may have made. Locks the
     * rows and then their inboxes, each in an order that all keep.
     *
     * @throws Shared where two are of one inbox
     */
    List<Long> enter(List<Entrant> entrants) {
        Map<String, Long> numbers = new HashMap<>();
        Set<String> inboxes = new HashSet<>();
        database.sql("""
                        with entered as (
                            insert into subscriber (address, state, locale, source, signed_up_at)
                            select address, 'PENDING', locale, source, :now
                              from unnest(:addresses, :locales, :sources) as entrant (address, locale, source)
                             order by address
                                on conflict (address) do update
                               set locale = case subscriber.state when 'CONFIRMED' then subscriber.locale
                                                                  else excluded.locale end,
                                   source = case subscriber.state when 'CONFIRMED' then subscriber.source
                                                                  else excluded.source end,
                                   signed_up_at = case subscriber.state when 'CONFIRMED' then subscriber.signed_up_at
                                                                        else excluded.signed_up_at end
                            returning id, address, inbox)
                        select id, address, inbox, pg_advisory_xact_lock(hashtextextended('inbox ' || inbox, 0))
                          from (select * from entered order by inbox) as entered
                        """)
                .param("addresses", texts(entrants, entrant -> entrant.address().key()))
                .param("locales", texts(entrants, Entrant::locale))
                .param("sources", texts(entrants, Entrant::source))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    numbers.put(row.getString("address"), row.getLong("id"));
                    inboxes.add(row.getString("inbox"));
                });
        if (inboxes.size() < numbers.size()) {
            throw new Shared();
        }
        return entrants.stream()
                .map(entrant -> numbers.get(entrant.address().key()))
                .toList();
    }

    long enter(EmailAddress address, String source, String locale) {
        return enter(List.of(new Entrant(address, source, locale))).get(0);
    }

    /** Until the end of the transaction, nobody else counts what this inbox was sent. */
    void lock(long id) {
        database.sql("""
                        select pg_advisory_xact_lock(hashtextextended('inbox ' || inbox, 0))
                          from subscriber
                         where id = :id
                        """).param("id", id).query().listOfRows();
    }

    private static String[] texts(List<Entrant> entrants, Function<Entrant, String> of) {
        return entrants.stream().map(of).toArray(String[]::new);
    }
}
