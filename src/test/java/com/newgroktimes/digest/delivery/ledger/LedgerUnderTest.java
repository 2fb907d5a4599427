package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.subscribers.ListStatistics;
import com.newgroktimes.digest.testing.TestDatabase;

/** A ledger in a database of its own. */
public final class LedgerUnderTest {

    public static final int EDITION = 42;

    public final JdbcClient database;
    public final OwnConnections connections;
    public final Audience audience;
    public final DeliveryLedger ledger;
    public final Outstanding outstanding;
    public final TotalTable totals;
    public final RunTable runs;
    public final DestinationBrakes brakes;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final DeliveryMeter meter = new DeliveryMeter(meters);
    public final Epochs epochs = new Epochs(meter, Clock.systemUTC());

    public LedgerUnderTest() {
        String url = TestDatabase.freshUrl();
        database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
        connections = new OwnConnections(details(url));
        totals = new TotalTable(database);
        audience = new Audience(database, totals, new ListStatistics(database), Clock.systemUTC());
        ledger = new DeliveryLedger(database);
        outstanding = new Outstanding(database);
        runs = new RunTable(database);
        brakes = new DestinationBrakes(database);
    }

    private static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }

    /** Confirmed readers 1 to {@code number} of an empty list. */
    public void hasReaders(int number) {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader' || n || '@example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :number) n
                        """).param("number", number).update();
    }

    public void leaves(long subscriber) {
        database.sql("update subscriber set state = 'UNSUBSCRIBED', left_at = now() where id = :id")
                .param("id", subscriber)
                .update();
    }

    /** Everyone who reads it gets variant 1. */
    public long freezes() {
        ledger.open(EDITION);
        return audience.freeze(
                        EDITION,
                        1,
                        audience.tastes().stream()
                                .map(taste -> new Serving(taste, 1, DeliveryState.WAITING))
                                .toList(),
                        Instant.now())
                .orElseThrow();
    }

    public int raisesTheEpoch() {
        try (Connection connection = connections.open("test")) {
            return epochs.raise(connection, EDITION).epoch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public LedgerWriter writer(int epoch) {
        return writer(epoch, System::nanoTime);
    }

    LedgerWriter writer(int epoch, LongSupplier nanos) {
        return new LedgerWriter(connections, EDITION, epoch, Clock.systemUTC(), meter, () -> true, nanos);
    }

    public long count(DeliveryState state) {
        return totals.recount(EDITION).of(state);
    }

    public List<Delivery> waiting() {
        return outstanding.waiting(EDITION, Instant.now(), 0, 100_000);
    }

    /** How many deliveries were counted with this outcome. */
    public double metered(DeliveryState outcome) {
        return meters.get("digest.deliveries")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }
}
