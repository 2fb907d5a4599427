package com.newgroktimes.digest.delivery.run;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.ledger.DestinationName;

import static org.assertj.core.api.Assertions.assertThat;

class HearsayTest {

    private final Hearsay hearsay = new Hearsay();
    private final List<String> believed = new ArrayList<>();
    private long subscriber;

    @Test
    void whatItSaysOfOneIsBelievedOnceItHasAcceptedSomething() {
        assertThat(says("one.example")).isFalse();
        assertThat(believed).isEmpty();

        accepts();
        accepts();

        assertThat(believed).containsExactly("one.example");
    }

    @Test
    void whatItSaysOfThreeInARowItSaysOfAllAndIsBelievedOfNone() {
        says("one.example");
        says("one.example");
        assertThat(says("two.example")).isFalse();

        assertThat(says("three.example")).isTrue();

        accepts();
        assertThat(believed).isEmpty();
    }

    @Test
    void whatIsAcceptedInBetweenBeginsTheCountAnew() {
        says("one.example");
        says("two.example");
        accepts();

        assertThat(says("three.example")).isFalse();
        assertThat(says("four.example")).isFalse();
        assertThat(says("five.example")).isTrue();
    }

    /** Where nearly all readers are with one, there are no three. */
    @Test
    void whatItSaysForManyReadersItSaysOfAll() {
        for (int i = 1; i < 20; i++) {
            assertThat(says("one.example")).isFalse();
        }

        assertThat(says("one.example")).isTrue();
    }

    @Test
    void whatItSaysAgainOfOneReaderSaysNothingNew() {
        for (int i = 0; i < 100; i++) {
            assertThat(hearsay.says(7, new DestinationName("one.example"), () -> {}))
                    .isFalse();
        }
        assertThat(hearsay.isOf(7)).isTrue();
        assertThat(hearsay.isOf(8)).isFalse();

        accepts();

        assertThat(hearsay.isOf(7)).isFalse();
    }

    private boolean says(String destination) {
        return hearsay.says(++subscriber, new DestinationName(destination), () -> believed.add(destination));
    }

    private void accepts() {
        hearsay.believed().forEach(Runnable::run);
    }
}
