package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.platform.Timestamptz;

/** What the relay answered to each try, and why somebody was left out. */
@Component
public class AnswerTable {

    private final JdbcClient database;

    AnswerTable(JdbcClient database) {
        this.database = database;
    }

    public record Answered(Note note, Instant at) {}

    /** The last answer about each of these subscribers, where there is one. */
    public Map<Long, Answered> last(int edition, Collection<Long> subscribers) {
        Map<Long, Answered> last = new HashMap<>();
        database.sql("""
                        select distinct on (subscriber) subscriber, at, code, reply, relay_id, reason
                          from delivery_answer
                         where edition = :edition
                           and subscriber = any(:subscribers)
                         order by subscriber, at desc, tries desc
                        """)
                .param("edition", edition)
                .param("subscribers", new SqlArrayValue("bigint", subscribers.toArray()))
                .query(row -> {
                    last.put(row.getLong("subscriber"), answered(row));
                });
        return last;
    }

    /**
     * What was said to this one at that moment, if it was why they do not have it. The answers of an edition get the key by which one
     * reader's are found when it is over; these few are found by their time before, too.
     */
    Optional<Answered> setback(int edition, long subscriber, Instant at) {
        return database.sql("""
                        select at, code, reply, relay_id, reason
                          from delivery_answer
                         where edition = :edition
                           and at = :at
                           and reason is not null
                           and subscriber = :subscriber
                         limit 1
                        """)
                .param("edition", edition)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("subscriber", subscriber)
                .query((row, number) -> answered(row))
                .optional();
    }

    /** How many were left out since the edition ended before their turn came. It looks at every answer: not for each second. */
    public long leftOutTooLate(int edition) {
        return database.sql("""
                        select count(*)
                          from delivery_answer
                         where edition = :edition
                           and state = 7 /* SKIPPED */
                           and code = 'TOO_LATE'
                        """).param("edition", edition).query(Long.class).single();
    }

    /**
     * What was said about this one, in every edition: a server may have repeated an address. The codes stay.
     *
     * @return the partitions in which one did
     */
    public Set<String> forgetWords(long subscriber, List<EmailAddress> addresses) {
        Set<String> named = new HashSet<>();
        database.sql("""
                        select tableoid::regclass::text as partition, reply
                          from delivery_answer
                         where subscriber = :subscriber
                           and reply is not null
                        """).param("subscriber", subscriber).query(row -> {
            String reply = row.getString("reply");
            if (addresses.stream().anyMatch(address -> address.isIn(reply))) {
                named.add(row.getString("partition"));
            }
        });
        database.sql("update delivery_answer set reply = null where subscriber = :subscriber and reply is not null")
                .param("subscriber", subscriber)
                .update();
        return named;
    }

    private static Answered answered(ResultSet row) throws SQLException {
        Note note = new Note(
                row.getString("code"),
                row.getString("reply"),
                row.getString("relay_id"),
                reason(row.getString("reason")));
        return new Answered(note, Timestamptz.of(row, "at"));
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }
}
