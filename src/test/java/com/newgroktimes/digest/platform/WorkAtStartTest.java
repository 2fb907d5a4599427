package com.newgroktimes.digest.platform;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WorkAtStartTest {

    private final WorkAtStart start = new WorkAtStart();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void end() {
        start.close();
    }

    @Test
    void whatCanBeDoneIsDoneAtOnceAndOnce() {
        start.once("The work", tries::incrementAndGet);

        assertThat(tries).hasValue(1);
    }

    @Test
    void whatTheDatabaseIsAwayForIsTriedUntilItIsBack(CapturedOutput output) {
        start.once("The work", () -> {
            if (tries.incrementAndGet() < 3) {
                throw new DataAccessResourceFailureException("cut off");
            }
        });

        assertThat(tries).hasValue(1);
        eventually("it was tried again", () -> tries.get() == 3);
        assertThat(output).containsOnlyOnce("The work has to wait. The database does not answer.");
    }

    @Test
    void aFaultOfOursIsToldAndEndsNothing(CapturedOutput output) {
        start.once("The work", () -> {
            throw new IllegalStateException("a fault");
        });

        assertThat(output).contains("The work met a fault", "a fault");
    }
}
