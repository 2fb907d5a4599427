package com.newgroktimes.digest.delivery;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Outcome;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class HardRefusalsTest {

    private static final Answer NO_SUCH_MAILBOX = new Answer(Outcome.REFUSED, "5.1.1", "550 5.1.1 no such user");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Readers readers;

    /** A copy may be in hand for the old address when a reader's address changes. */
    @Test
    void onlyTheAddressThatHasNoMailboxIsNotWrittenToAgain() {
        long ada = readers.confirmed("ada@example.org").id();

        events.publishEvent(new Refused(1, ada, "ada@example.net", NO_SUCH_MAILBOX));
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();

        events.publishEvent(new Refused(1, ada, "ada@example.org", NO_SUCH_MAILBOX));
        assertThat(readers.find("ada@example.org").suppressed()).isEqualTo(Suppression.HARD_BOUNCE);
    }
}
