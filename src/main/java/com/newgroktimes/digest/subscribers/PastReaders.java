package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Rows of the table {@code subscriber} that nobody needs any more, a block at a time, in the order of their numbers. Each is locked. */
@Component
class PastReaders {

    private static final int BLOCK = 500;

    private static final String NOT_ME_IS_OVER = "(suppressed = 'NOT_ME' and suppressed_at < :notMeIsOver)";

    private final JdbcClient database;

    PastReaders(JdbcClient database) {
        this.database = database;
    }

    /** Who waits for a confirmation, and of whom nothing was heard since. */
    List<Long> unconfirmed(Instant since, Instant notMeIsOver, long after) {
        return database.sql("""
                        select id
                          from subscriber s
                         where state = 'PENDING'
                           and (suppressed is null or %s)
                           and signed_up_at < :since
                           and not exists (select 1 from evidence e where e.subscriber = s.id and e.at >= :since)
                           and id > :after
                         order by id
                         limit :block
                           for update skip locked
                        """.formatted(NOT_ME_IS_OVER))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("notMeIsOver", notMeIsOver.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("block", BLOCK)
                .query(Long.class)
                .list();
    }

    /** Who left before, and may be written to again if they ask; whoever was erased among them. */
    List<Long> left(Instant before, Instant notMeIsOver, long after) {
        return database.sql("""
                        select id
                          from subscriber
                         where state = 'UNSUBSCRIBED'
                           and became is null
                           and (suppressed is null or suppressed = 'ERASED' or %s)
                           and left_at < :before
                           and id > :after
                         order by id
                         limit :block
                           for update skip locked
                        """.formatted(NOT_ME_IS_OVER))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("notMeIsOver", notMeIsOver.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("block", BLOCK)
                .query(Long.class)
                .list();
    }

    /** Who is called erased, and has an address. */
    List<Long> erasedByName(long after) {
        return database.sql("""
                        select id
                          from subscriber
                         where suppressed = 'ERASED'
                           and address is not null
                           and id > :after
                         order by id
                         limit :block
                           for update skip locked
                        """)
                .param("after", after)
                .param("block", BLOCK)
                .query(Long.class)
                .list();
    }

    /** With all that is known of them. Their numbers are not used again. */
    int drop(List<Long> ids) {
        var numbers = new SqlArrayValue("bigint", ids.toArray());
        database.sql("delete from evidence where subscriber = any(:ids)")
                .param("ids", numbers)
                .update();
        return database.sql("delete from subscriber where id = any(:ids)")
                .param("ids", numbers)
                .update();
    }
}
