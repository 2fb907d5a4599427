package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.platform.TablesToRewrite;
import com.newgroktimes.digest.platform.WorkAtStart;

/** Old links that an earlier release kept by a plain hash: at the start each gets a {@link LegacyMarks mark} instead. */
@Component
class PlainHashes {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final LegacyMarks marks;
    private final TablesToRewrite rewritten;
    private final WorkAtStart start;

    PlainHashes(
            JdbcClient database,
            TransactionTemplate transaction,
            LegacyMarks marks,
            TablesToRewrite rewritten,
            WorkAtStart start) {
        this.database = database;
        this.transaction = transaction;
        this.marks = marks;
        this.rewritten = rewritten;
        this.start = start;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        start.once("Marking the keys of old links", this::markAll);
    }

    void markAll() {
        List<byte[]> plain = some();
        while (!plain.isEmpty()) {
            List<byte[]> these = plain;
            transaction.executeWithoutResult(status -> mark(these));
            plain = some();
        }
    }

    private List<byte[]> some() {
        return database.sql("select hash from legacy_key where key is null limit :most")
                .param("most", AT_ONCE)
                .query((row, number) -> row.getBytes("hash"))
                .list();
    }

    /** Where one of another node's has the mark already, the plain hash goes: a key stays with its first reader. */
    private void mark(List<byte[]> plain) {
        database.sql("""
                        with gone as (
                            delete from legacy_key where hash = any(:plain) and key is null returning hash, told, subscriber)
                        insert into legacy_key (hash, key, told, subscriber)
                        select m.mark, :secret, gone.told, gone.subscriber
                          from gone
                          join unnest(:plain, :marks) as m (hash, mark) using (hash)
                        on conflict (hash) do nothing
                        """)
                .param("plain", plain.toArray(byte[][]::new))
                .param("marks", plain.stream().map(marks::ofHash).toArray(byte[][]::new))
                .param("secret", marks.secret())
                .update();
        rewritten.add(List.of("legacy_key"));
    }
}
