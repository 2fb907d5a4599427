package com.newgroktimes.digest.delivery.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
        turns.enter();
        CompletableFuture<List<Turn>> gathered = gathers();
        Turn late = comes();

        assertThat(gathered.get(10, TimeUnit.SECONDS)).containsExactly(late);
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

    private CompletableFuture<List<Turn>> gathers() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return turns.gather(LONG_ENOUGH);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
