package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.editions.EditionState;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final Course SENDING = new Course(EditionState.SENDING, null, false);

    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> readings = new ArrayDeque<>();
    private final RunLock lock;
    private final Gate gate;
    private Supplier<Course> state = () -> SENDING;

    GateTest() throws SQLException {
        lock = RunLock.take(new LedgerUnderTest().connections, LedgerUnderTest.EDITION)
                .orElseThrow();
        gate = new Gate(lock, () -> state.get(), Clock.systemUTC(), nanos::get, Runnable::run);
    }

    @AfterEach
    void close() {
        lock.close();
    }

    @Test
    void aPauseHoldsOnceItIsReadAgain() {
        assertThat(gate.open()).isTrue();
        state = () -> new Course(EditionState.PAUSING, null, false);

        seconds(2);

        assertThat(gate.open()).isFalse();
    }

    @Test
    void aPauseHoldsAtOnceWhereItIsKnownToHaveBegun() {
        assertThat(gate.open()).isTrue();
        state = () -> new Course(EditionState.PAUSING, null, false);

        gate.looksAgain();

        assertThat(gate.open()).isFalse();
    }

    @Test
    void aStateThatCannotBeReadOnceStopsNobodyAndOneThatCannotBeReadForLongDoes() {
        assertThat(gate.open()).isTrue();
        state = GateTest::unreadable;

        seconds(2);
        assertThat(gate.open()).isTrue();
        seconds(3);
        assertThat(gate.open()).isFalse();
        state = () -> SENDING;
        seconds(2);
        assertThat(gate.open()).isTrue();
    }

    @Test
    void whatWasNeverReadIsNoLeaveToSend() {
        state = GateTest::unreadable;

        assertThat(gate.open()).isFalse();
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void oneThatCannotBeReadForLongIsClosedAndNotShut() {
        assertThat(gate.open()).isTrue();
        state = GateTest::unreadable;
        seconds(5);

        assertThat(gate.open()).isFalse();
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void onePausedIsShutAndSoIsOneThatIsNotOursAnyMore() {
        assertThat(gate.isShut()).isFalse();
        state = () -> new Course(EditionState.PAUSING, null, false);
        seconds(2);
        assertThat(gate.isShut()).isTrue();
        state = () -> SENDING;
        seconds(2);
        assertThat(gate.isShut()).isFalse();

        lock.close();

        assertThat(gate.isShut()).isTrue();
    }

    @Test
    void nobodyWaitsForAReadingAndNobodyGoesByWhatIsKnownForTooLong() {
        Gate slow = oneThatIsReadSlowly();
        seconds(2);

        assertThat(slow.open()).isTrue();
        assertThat(slow.open()).isTrue();
        assertThat(readings).hasSize(1);
        seconds(3);
        assertThat(slow.open()).isFalse();
        assertThat(readings).hasSize(1);

        seconds(2);
        readings.remove().run();

        assertThat(slow.open()).as("what was asked five seconds ago").isFalse();
        readings.remove().run();
        assertThat(slow.open()).isTrue();
    }

    @Test
    void whatWasBeingReadWhenItWasOverIsNoLeaveToSend() {
        Gate slow = oneThatIsReadSlowly();
        seconds(2);
        assertThat(slow.open()).isTrue();

        slow.looksAgain();
        readings.remove().run();

        assertThat(slow.open()).isFalse();
        readings.remove().run();
        assertThat(slow.open()).isTrue();
    }

    /** Whoever asks first waits: nothing is out yet. */
    private Gate oneThatIsReadSlowly() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Gate slow = new Gate(lock, () -> state.get(), Clock.systemUTC(), nanos::get, reading -> {
            if (isFirst.getAndSet(false)) {
                reading.run();
            } else {
                readings.add(reading);
            }
        });
        assertThat(slow.open()).isTrue();
        return slow;
    }

    @Test
    void oneThatWasMendedMeanwhileIsAnotherRuns() {
        state = () -> new Course(EditionState.SENDING, null, true);

        assertThat(gate.open()).isFalse();
        assertThat(gate.mine()).isFalse();
    }

    private void seconds(int time) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(time));
    }

    private static Course unreadable() {
        throw new DataAccessResourceFailureException("no connection left");
    }
}
