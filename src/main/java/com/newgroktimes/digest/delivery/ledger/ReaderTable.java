package com.newgroktimes.digest.delivery.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ReaderDelivery;
import com.newgroktimes.digest.platform.Timestamptz;

/** One reader's rows of the ledger, across editions: each found by its key, so that a page may ask for them. */
@Component
public class ReaderTable {

    private final JdbcClient database;
    private final AnswerTable answers;

    ReaderTable(JdbcClient database, AnswerTable answers) {
        this.database = database;
        this.answers = answers;
    }

    private record Row(
            long subscriber,
            int edition,
            DeliveryState state,
            int tries,
            @Nullable Instant changedAt,
            @Nullable Instant dueAt) {}

    /**
     * Newest edition first.
     *
     * @param subscribers all numbers that the reader has had: an edition under way may have gone to each
     */
    public List<ReaderDelivery> list(Collection<Long> subscribers, Collection<Integer> editions) {
        List<Row> rows = rows(subscribers, editions);
        List<Integer> withKeys =
                withKeys(rows.stream().map(Row::edition).distinct().toList());
        return rows.stream()
                .map(row -> delivery(row, said(row, withKeys.contains(row.edition()))))
                .toList();
    }

    private AnswerTable.@Nullable Answered said(Row row, boolean withKey) {
        if (withKey) {
            return answers.last(row.edition(), List.of(row.subscriber())).get(row.subscriber());
        }
        return row.changedAt() == null
                ? null
                : answers.setback(row.edition(), row.subscriber(), row.changedAt())
                        .orElse(null);
    }

    private List<Row> rows(Collection<Long> subscribers, Collection<Integer> editions) {
        return database.sql("""
                        select d.subscriber, d.edition, d.state, d.tries, d.changed_at, t.due_at
                          from delivery d
                          left join delivery_retry t on t.edition = d.edition and t.subscriber = d.subscriber
                         where d.subscriber = any(:subscribers)
                           and d.edition = any(:editions)
                         order by d.edition desc, d.subscriber desc
                        """)
                .param("subscribers", new SqlArrayValue("bigint", subscribers.toArray()))
                .param("editions", new SqlArrayValue("int", editions.toArray()))
                .query((row, number) -> new Row(
                        row.getLong("subscriber"),
                        row.getInt("edition"),
                        DeliveryState.values()[row.getInt("state")],
                        row.getInt("tries"),
                        Timestamptz.orNull(row, "changed_at"),
                        Timestamptz.orNull(row, "due_at")))
                .list();
    }

    /** Those whose answers have got the key by which one reader's are found. */
    private List<Integer> withKeys(Collection<Integer> editions) {
        return database.sql(
                        "select n from unnest(:editions) n where to_regclass('delivery_answer_' || n || '_key') is not null")
                .param("editions", new SqlArrayValue("int", editions.toArray()))
                .query(Integer.class)
                .list();
    }

    private static ReaderDelivery delivery(Row row, AnswerTable.@Nullable Answered last) {
        return new ReaderDelivery(
                row.edition(),
                row.state(),
                row.tries(),
                last == null ? row.changedAt() : last.at(),
                row.state() == DeliveryState.PUT_OFF ? row.dueAt() : null,
                last == null ? null : last.note().code(),
                last == null ? null : last.note().reply(),
                last == null ? null : last.note().reason());
    }
}
