package com.newgroktimes.digest.delivery.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TurnsTest {

    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(20);

    private final Turns turns = new Turns();

    @Test
    void whoeverWaitsIsGatheredInTheOrderTheyCame() throws InterruptedException {
        List<Turn> came = IntStream.range(0, 5).mapToObj(i -> comes()).toList();

        assertThat(turns.gather(LONG_ENOUGH)).isEqualTo(came);
        assertThat(turns.isEmpty()).isTrue();
    }

    @Test
    void oneOfManyIsNotKeptWaitingForTheOthers() throws InterruptedException {
        IntStream.range(0, 16).forEach(i -> turns.enter());
        Turn alone = comes();

        assertThat(turns.gather(LONG_ENOUGH)).containsExactly(alone);
    }

    @Test
    void theWriterIsWokenByTheFirstThatComes() throws Exception {
        IntStream.range(0, 16).forEach(i -> turns.enter());
        List<Turn> gathered = new CopyOnWriteArrayList<>();
        Thread writer = new Thread(() -> gathers(gathered));
        writer.start();
        await().until(() -> writer.getState() == Thread.State.TIMED_WAITING);
        Turn late = comes();

        writer.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(gathered).containsExactly(late);
    }

    @Test
    void whereNobodyComesThereIsNothingAfterAWhile() throws InterruptedException {
        assertThat(turns.gather(TimeUnit.MILLISECONDS.toNanos(5))).isEmpty();
    }

    private Turn comes() {
        var turn = new Turn(null, null);
        turns.add(turn);
        return turn;
    }

    private void gathers(List<Turn> gathered) {
        try {
            gathered.addAll(turns.gather(LONG_ENOUGH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
