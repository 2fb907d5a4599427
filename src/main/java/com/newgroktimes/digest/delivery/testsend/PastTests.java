package com.newgroktimes.digest.delivery.testsend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.TestCopy;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.delivery.testsend.TestCopyTable.CopyRow;
import com.newgroktimes.digest.delivery.testsend.TestSendTable.SendRow;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.subscribers.Erased;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What is remembered of tests. Whoever has been erased is not named any more. */
@Component
public class PastTests {

    /** What is still in hand then was cut short, and nobody can know what became of it. */
    static final Duration OVER_BY_THEN = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(PastTests.class);

    private final TestSendTable sends;
    private final TestCopyTable copies;
    private final Subscribers subscribers;
    private final Clock clock;

    PastTests(TestSendTable sends, TestCopyTable copies, Subscribers subscribers, Clock clock) {
        this.sends = sends;
        this.copies = copies;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    TestSend get(long send) {
        return read(sends.get(send));
    }

    public Optional<TestSend> last(int edition) {
        return sends.last(edition).map(this::read);
    }

    /** Where this operator sent a test last; else, where anybody sent one of this edition. */
    public List<String> lastAddresses(int edition, String operator) {
        return sends.lastBy(operator)
                .or(() -> sends.last(edition))
                .map(this::read)
                .map(test -> test.copies().stream()
                        .map(TestCopy::email)
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
    }

    /** Forgets what is older, and leaves addresses that have become readers' since to the readers' own rows: they go when those do. */
    public void tidy(Instant before) {
        int dropped = sends.drop(before);
        if (dropped > 0) {
            log.info("Tests of editions from before {} are forgotten: {}.", before, dropped);
        }
        List<String> strangers = copies.strangers();
        List<Subscriber> readers = subscribers.inAnyCase(
                strangers.stream().map(EmailAddress::stored).toList());
        strangers.forEach(
                address -> whose(address, readers).ifPresent(reader -> copies.leaveToReader(address, reader.id())));
    }

    /**
     * No test says any more that it went to this reader, or what their server answered.
     *
     * @return the tables in which one did
     */
    public Set<String> forget(Erased reader) {
        long forgotten = reader.addresses().stream()
                .filter(address -> copies.forget(reader.subscriber(), address.key()))
                .count();
        return forgotten > 0 ? Set.of("test_copy") : Set.of();
    }

    /** Of readers who differ in case alone, the one who is spelt so. */
    private static Optional<Subscriber> whose(String address, List<Subscriber> readers) {
        return readers.stream()
                .filter(reader -> reader.address().key().equalsIgnoreCase(address))
                .min(Comparator.comparing(reader -> !reader.address().key().equals(address)));
    }

    private TestSend read(SendRow send) {
        List<CopyRow> rows = copies.of(send.id());
        Map<Long, String> readers = subscribers.addresses(
                rows.stream().map(CopyRow::subscriber).filter(Objects::nonNull).toList());
        boolean over = !clock.instant().isBefore(send.at().plus(OVER_BY_THEN));
        return new TestSend(
                send.edition(),
                send.contentHash(),
                send.variant(),
                send.by(),
                send.at(),
                rows.stream().map(row -> copy(row, readers, over)).toList());
    }

    private static TestCopy copy(CopyRow row, Map<Long, String> readers, boolean over) {
        String email = row.subscriber() == null ? row.address() : readers.get(row.subscriber());
        boolean cutShort = over && row.state() == DeliveryState.SENDING;
        return new TestCopy(
                email,
                cutShort ? DeliveryState.UNKNOWN : row.state(),
                cutShort ? Reason.NO_ANSWER : row.reason(),
                row.code(),
                row.reply());
    }
}
