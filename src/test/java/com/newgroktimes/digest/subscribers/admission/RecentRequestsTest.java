package com.newgroktimes.digest.subscribers.admission;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.newgroktimes.digest.platform.TestKeys;
import com.newgroktimes.digest.subscribers.admission.RecentRequests.Counted;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class RecentRequestsTest {

    private final SettableClock clock = new SettableClock();
    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final RecentRequests requests = new RecentRequests(database, TestKeys.keys(), clock);

    @Test
    void whoeverComesTooOftenIsTold() {
        assertThat(asks("198.51.100.1", "a.example", 2)).isEmpty();
        assertThat(asks("198.51.100.1", "b.example", 2)).isEmpty();

        assertThat(asks("198.51.100.1", "c.example", 2)).contains(Limit.NETWORK);
        assertThat(asks("198.51.100.2", "c.example", 2)).isEmpty();
    }

    @Test
    void soAreTheManyWhoWriteOfOneDomain() {
        for (int i = 1; i <= 3; i++) {
            assertThat(asks("198.51.100." + i, "a.example", 3)).isEmpty();
        }

        assertThat(asks("198.51.100.4", "a.example", 3)).contains(Limit.DOMAIN);
        assertThat(asks("198.51.100.4", "b.example", 3)).isEmpty();
    }

    @Test
    void andAllTogether() {
        for (int i = 1; i <= 5; i++) {
            assertThat(count(total(5))).isEmpty();
        }

        assertThat(count(total(5))).contains(Limit.TOTAL);
    }

    /** Else a flood from one network would use up what a domain, or everybody, may ask for. */
    @Test
    void whatIsTurnedDownIsNotCounted() {
        count(network("198.51.100.1", 1), total(3));
        for (int i = 0; i < 10; i++) {
            assertThat(count(network("198.51.100.1", 1), total(3))).contains(Limit.NETWORK);
        }

        assertThat(count(network("198.51.100.2", 1), total(3))).isEmpty();
        assertThat(count(network("198.51.100.3", 1), total(3))).isEmpty();
        assertThat(count(network("198.51.100.4", 1), total(3))).contains(Limit.TOTAL);
    }

    @Test
    void noHourHasMoreThanTheLimitWhereverItBegins() {
        int most = 12;
        var admitted = new ArrayList<Integer>();
        for (int minute = 0; minute < 300; minute++) {
            int taken = 0;
            while (count(total(most)).isEmpty()) {
                taken++;
            }
            admitted.add(taken);
            clock.advance(Duration.ofMinutes(1));
        }

        for (int minute = 0; minute + 60 <= admitted.size(); minute++) {
            assertThat(sum(admitted.subList(minute, minute + 60)))
                    .as("in the hour from minute %d", minute)
                    .isLessThanOrEqualTo(most);
        }
        assertThat(sum(admitted)).isGreaterThan(3 * most);
    }

    @Test
    void nodesCountTogetherAndNotOneTooMany() throws Exception {
        RecentRequests otherNode = new RecentRequests(database, TestKeys.keys(), clock);
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                RecentRequests node = i % 2 == 0 ? requests : otherNode;
                tries.add(() -> node.count(List.of(network("198.51.100.1", 40), total(1_000)))
                        .isEmpty());
            }
            int admitted = 0;
            for (Future<Boolean> one : people.invokeAll(tries)) {
                admitted += one.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(40);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void whoAskedIsNotKept() {
        asks("198.51.100.1", "a.example", 9);

        assertThat(database.sql("select recent_request::text from recent_request")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .noneMatch(row -> row.contains("198") || row.contains("example"));
    }

    @Test
    void whatIsOverIsForgottenAndWhatCountsIsNot() {
        count(total(2));
        clock.advance(Duration.ofMinutes(40));
        count(total(2));
        clock.advance(Duration.ofMinutes(30));

        requests.forget();

        assertThat(database.sql("select counted from recent_request")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
        assertThat(count(total(2))).isEmpty();
        assertThat(count(total(2))).contains(Limit.TOTAL);
    }

    /** Rows that are over and not forgotten yet. */
    @Test
    void whoeverCameLongAgoIsCountedAnew() {
        count(network("198.51.100.1", 1));
        clock.advance(Duration.ofHours(3));

        assertThat(count(network("198.51.100.1", 1))).isEmpty();
        assertThat(count(network("198.51.100.1", 1))).contains(Limit.NETWORK);
    }

    /** Else a flood from many networks would cost everybody who signs up. */
    @Test
    void nobodyIsLookedForAmongAllWhoAsked() throws SQLException {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            JdbcClient kept = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            RecentRequests node = new RecentRequests(kept, TestKeys.keys(), clock);
            for (int i = 0; i < 100; i++) {
                assertThat(node.count(List.of(network("198.51.100." + i, 1), total(1_000))))
                        .isEmpty();
            }
            kept.sql("select pg_stat_force_next_flush()").query().listOfRows();

            assertThat(kept.sql("select seq_scan from pg_stat_user_tables where relname = 'recent_request'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private Optional<Limit> asks(String network, String domain, int most) {
        return count(network(network, most), new Counted(Limit.DOMAIN, domain, most), total(100));
    }

    private Optional<Limit> count(Counted... by) {
        return requests.count(List.of(by));
    }

    private static Counted network(String name, int most) {
        return new Counted(Limit.NETWORK, name, most);
    }

    private static Counted total(int most) {
        return new Counted(Limit.TOTAL, "", most);
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
