package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import com.newgroktimes.digest.delivery.DeliverySettings.Safety;
import com.newgroktimes.digest.delivery.Share;

import static org.assertj.core.api.Assertions.assertThat;

class SafetyStopTest {

    private static final String NO = "550 5.1.1 No such mailbox";

    private final SafetyStop safety = new SafetyStop(
            new Safety(Share.valueOf("5%"), 100, 10, Share.valueOf("0.1%"), 5, DataSize.ofMegabytes(1)), Instant.EPOCH);

    @Test
    void tooManyRefusalsStopItOnceEnoughWereTried() {
        accepts(93);
        for (int i = 1; i <= 6; i++) {
            assertThat(safety.refused("list-" + i + ".example", NO)).isEmpty(); // 99 were tried
        }

        assertThat(safety.refused("list-7.example", NO))
                .hasValueSatisfying(reason -> assertThat(reason).contains("7 of 100", "5%", NO));
    }

    @Test
    void oneDestinationThatRefusesAllStopsItEarlier() {
        for (int i = 1; i <= 9; i++) {
            assertThat(safety.refused("one.example", NO)).isEmpty();
        }

        assertThat(safety.refused("one.example", NO))
                .hasValueSatisfying(reason -> assertThat(reason).contains("one.example", "all of the last 10"));
    }

    @Test
    void whatADestinationAcceptsInBetweenSpeaksForIt() {
        for (int i = 1; i <= 9; i++) {
            safety.refused("one.example", NO);
        }
        safety.accepted("one.example");

        assertThat(safety.refused("one.example", NO)).isEmpty();
    }

    @Test
    void aMessageThatIsRefusedThreeTimesInARowStopsIt() {
        String spam = "554 5.7.1 Looks like spam";
        safety.messageRefused(spam);
        safety.accepted("one.example");
        safety.messageRefused(spam);
        assertThat(safety.messageRefused(spam)).isEmpty();

        assertThat(safety.messageRefused(spam))
                .hasValueSatisfying(reason -> assertThat(reason).contains("3 times in a row", spam));
    }

    private void accepts(int number) {
        for (int i = 0; i < number; i++) {
            safety.accepted("one.example");
        }
    }

    @Test
    void complaintsOfMoreThanAThousandthStopIt() {
        for (int tried = 0; tried < 1_000; tried++) {
            safety.accepted("example.org");
        }

        assertThat(safety.complained(1)).isEmpty();
        assertThat(safety.complained(2))
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "2 of 1000 reported the mail as unwanted, more than 0.1%: see what is wrong with it before going on."));
    }

    @Test
    void oneComplaintOfAFewStopsNothing() {
        for (int tried = 0; tried < 99; tried++) {
            safety.accepted("example.org");
        }

        assertThat(safety.complained(1)).isEmpty();
    }
}
