package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.DeliveryState;

import static java.util.Objects.requireNonNull;

/**
 * Who may write an edition's part of the ledger. Whoever takes a run over raises its epoch; what an older one still wants to claim
 * or settle changes no row.
 */
@Component
public class Epochs {

    private final DeliveryMeter meter;
    private final Clock clock;

    Epochs(DeliveryMeter meter, Clock clock) {
        this.meter = meter;
        this.clock = clock;
    }

    /** @param attempt how often this edition has been started, this time included */
    public record Epoch(int epoch, int attempt) {}

    /**
     * Raises the epoch and, in the same transaction, gives up what the last one had in hand: nobody can know whether those mails
     * went. On the connection that holds the run's lock, so that whoever lost the lock changes nothing.
     */
    public Epoch raise(Connection lockHolder, int edition) {
        var session = new SingleConnectionDataSource(lockHolder, true);
        JdbcClient database = JdbcClient.create(session);
        Raised raised = requireNonNull(new TransactionTemplate(new JdbcTransactionManager(session)).execute(status -> {
            Epoch next = next(database, edition);
            return new Raised(next, giveUpInHand(database, edition));
        }));
        meter.count(DeliveryState.UNKNOWN, raised.givenUp());
        return raised.to();
    }

    private record Raised(Epoch to, int givenUp) {}

    private Epoch next(JdbcClient database, int edition) {
        return database.sql("""
                        insert into run as r (edition, epoch, attempt, started_at)
                        values (:edition, 1, 1, :now)
                            on conflict (edition) do update set epoch = r.epoch + 1, attempt = r.attempt + 1
                     returning epoch, attempt
                        """)
                .param("edition", edition)
                .param("now", now())
                .query(Epoch.class)
                .single();
    }

    private int giveUpInHand(JdbcClient database, int edition) {
        return database.sql("""
                        with in_hand as (
                            update delivery
                               set state = 6 /* UNKNOWN */, tries = tries + 1, changed_at = :now
                             where edition = :edition
                               and state = 1 /* SENDING */
                         returning subscriber, state, tries
                        )
                        insert into delivery_answer (subscriber, at, edition, state, tries, code, reply, reason)
                        select subscriber, :now, :edition, state, tries, 'INTERRUPTED',
                               'The run was cut short while this message was in hand.', 'NO_ANSWER'
                          from in_hand
                        """).param("edition", edition).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
