package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DigestTest
class OpenRunsTest {

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private SettableClock clock;

    private final LedgerUnderTest ledger = new LedgerUnderTest();
    private final OpenRuns runs = new OpenRuns();
    private RunLock lock;
    private Run run;

    @BeforeEach
    void begins() throws SQLException {
        lock = RunLock.take(ledger.connections, LedgerUnderTest.EDITION).orElseThrow();
        run = SpecimenRun.of(
                LedgerUnderTest.EDITION,
                new Gate(lock, () -> new Course(EditionState.SENDING, null, false), clock),
                ledger.writer(1),
                ledger.outstanding,
                ledger.brakes,
                settings,
                clock);
    }

    @AfterEach
    void ends() {
        run.close();
        lock.close();
    }

    @Test
    void noneGoesOnOnceTheProcessIsAboutToEnd() {
        runs.add(run);
        assertThat(run.gate().open()).isTrue();

        runs.shut();

        assertThat(run.gate().open()).isFalse();
    }

    @Test
    void oneThatWasJustBeingBegunGoesOnNoMoreEither() {
        runs.shut();

        runs.add(run);

        assertThat(run.gate().open()).isFalse();
    }

    @Test
    void oneOfAServiceThatIsStartedAgainGoesOn() {
        runs.shut();
        runs.open();

        runs.add(run);

        assertThat(run.gate().open()).isTrue();
    }

    @Test
    void aJobThatWasStartedBesideItsRunFindsNone() {
        runs.add(run);
        runs.remove(run);

        assertThatThrownBy(() -> runs.of(LedgerUnderTest.EDITION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not sent by this process");
    }
}
