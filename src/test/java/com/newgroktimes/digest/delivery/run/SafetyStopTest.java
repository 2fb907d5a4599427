package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import com.newgroktimes.digest.delivery.DeliverySettings.Safety;
import com.newgroktimes.digest.delivery.Share;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

import static org.assertj.core.api.Assertions.assertThat;

class SafetyStopTest {

    private static final String NO = "550 5.1.1 No such mailbox";
    private static final String RELAY = "the mail server";
    private static final DestinationName ONE = new DestinationName("one.example");

    private final SafetyStop safety = new SafetyStop(
            new Safety(Share.valueOf("5%"), 100, 10, Share.valueOf("0.1%"), 5, DataSize.ofMegabytes(1)), Instant.EPOCH);

    @Test
    void tooManyRefusalsStopItOnceEnoughWereTried() {
        accepts(93);
        for (int i = 1; i <= 6; i++) {
            assertThat(safety.refused(RELAY, new DestinationName("list-" + i + ".example"), NO))
                    .isEmpty(); // 99 were tried
        }

        assertThat(safety.refused(RELAY, new DestinationName("list-7.example"), NO))
                .hasValueSatisfying(reason -> assertThat(reason).contains("7 of 100", "5%", NO));
    }

    @Test
    void oneDestinationThatRefusesAllStopsItEarlier() {
        for (int i = 1; i <= 9; i++) {
            assertThat(safety.refused(RELAY, ONE, NO)).isEmpty();
        }

        assertThat(safety.refused(RELAY, ONE, NO))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("one.example refused all of the last 10 that the mail server brought"));
    }

    @Test
    void whatADestinationAcceptsInBetweenSpeaksForIt() {
        for (int i = 1; i <= 9; i++) {
            safety.refused(RELAY, ONE, NO);
        }
        safety.accepted(RELAY, ONE);

        assertThat(safety.refused(RELAY, ONE, NO)).isEmpty();
    }

    @Test
    void whatAnotherRelayBringsThereSpeaksNotForThisOne() {
        for (int i = 1; i <= 9; i++) {
            safety.refused(RELAY, ONE, NO);
            safety.accepted("the other", ONE);
        }

        assertThat(safety.refused(RELAY, ONE, NO)).isPresent();
    }

    /** A relay whose lines are cut now and then accepts enough in between never to break off many times in a row. */
    @Test
    void tooManyInDoubtStopItWhateverIsAcceptedInBetween() {
        String cut = "Connection reset";
        accepts(80);
        for (int i = 1; i <= 9; i++) {
            assertThat(safety.leftInDoubt(cut)).isEmpty(); // 98 were tried, at most
            accepts(1);
        }
        accepts(1);

        assertThat(safety.leftInDoubt(cut))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("10 of 100 are in doubt, more than 5%")
                        .endsWith(cut));
    }

    @Test
    void fewInDoubtStopNothing() {
        accepts(95);
        for (int i = 1; i <= 5; i++) {
            assertThat(safety.leftInDoubt("Connection reset")).isEmpty();
        }
    }

    @Test
    void aMessageThatIsRefusedThreeTimesInARowStopsIt() {
        String spam = "554 5.7.1 Looks like spam";
        safety.messageRefused(spam);
        safety.accepted(RELAY, ONE);
        safety.messageRefused(spam);
        assertThat(safety.messageRefused(spam)).isEmpty();

        assertThat(safety.messageRefused(spam))
                .hasValueSatisfying(reason -> assertThat(reason).contains("3 times in a row", spam));
    }

    private void accepts(int number) {
        for (int i = 0; i < number; i++) {
            safety.accepted(RELAY, ONE);
        }
    }

    @Test
    void complaintsOfMoreThanAThousandthStopIt() {
        for (int tried = 0; tried < 1_000; tried++) {
            safety.accepted(RELAY, ONE);
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
            safety.accepted(RELAY, ONE);
        }

        assertThat(safety.complained(1)).isEmpty();
    }
}
