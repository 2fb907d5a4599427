package com.newgroktimes.digest.subscribers.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.subscribers.Act;
import com.newgroktimes.digest.subscribers.SubscriberState;

/** The whole list on its way out. */
@Component
public class Outtake {

    /** Rows that the driver fetches at once, and holds. */
    private static final int FETCHED = 500;

    private static final String[] PROVES_NOTHING = Arrays.stream(Act.values())
            .filter(Act::isOneTooMany)
            .map(Act::words)
            .toArray(String[]::new);

    private final JdbcClient database;
    private final TransactionTemplate snapshot;
    private final SectionOrder sections;

    Outtake(JdbcClient database, PlatformTransactionManager transactions, Publication publication) {
        this.database = database;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.sections = new SectionOrder(publication.sections());
    }

    /**
     * The driver reads by a cursor of the server's, which needs a transaction.
     *
     * @return how many readers
     */
    public long write(Optional<SubscriberState> state, Appendable into) {
        var written = new AtomicLong();
        snapshot.executeWithoutResult(status -> {
            CSVPrinter csv = begin(into);
            readers(state).query(row -> {
                print(csv, OutgoingRow.read(row, sections).cells());
                written.incrementAndGet();
            });
        });
        return written.get();
    }

    /** What an import noted is told in the words of its file, so that coming and going again adds nothing. */
    private JdbcClient.StatementSpec readers(Optional<SubscriberState> state) {
        return database.sql("""
                        select s.*,
                               (select string_agg(
                                           case when e.what like :imported || ':%'
                                                then substr(e.what, nullif(strpos(e.what, :said), 0) + length(:said))
                                                else to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z" ') || e.what
                                                     || case when e.origin <> '' then ', from ' || e.origin else '' end
                                                     || case when e.version <> '' then ', text ' || e.version else '' end
                                           end,
                                           ' | ' order by e.id)
                                  from evidence e
                                 where e.subscriber = s.id
                                   and e.what <> all(:provesNothing)) as told,
                               (select string_agg(k.told, ' ' order by k.told)
                                  from legacy_key k
                                 where k.subscriber = s.id) as legacy_keys
                          from subscriber s
                         where s.address is not null
                           and (:state::text is null or s.state = :state)
                         order by s.id
                        """)
                .param("imported", Act.IMPORTED.words())
                .param("said", Row.SAID)
                .param("provesNothing", PROVES_NOTHING)
                .param("state", state.map(SubscriberState::name).orElse(null))
                .withFetchSize(FETCHED);
    }

    private static CSVPrinter begin(Appendable into) {
        try {
            CSVPrinter csv = new CSVPrinter(into, CSVFormat.RFC4180);
            csv.printRecord((Object[]) Column.values());
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter csv, List<String> cells) {
        try {
            csv.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
