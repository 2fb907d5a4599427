package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.editions.Edition;

/** What a page says of an edition's last test, and of where the next one may go. Templates read it. */
public final class TestSheet {

    private final Edition edition;
    private final Deliveries deliveries;
    private final Times times;
    private final Supplier<Optional<TestSend>> last;

    TestSheet(Edition edition, Deliveries deliveries, Times times) {
        this.edition = edition;
        this.deliveries = deliveries;
        this.times = times;
        // The part of the page that is asked for again and again does not tell of it.
        this.last = SingletonSupplier.of(() -> deliveries.lastTest(edition.number()));
    }

    /** Null where there was none, or where it is too long ago. */
    public @Nullable TestSend last() {
        return last.get().orElse(null);
    }

    /** Whether the edition is still, to the letter, what was tested last. */
    public boolean sameContent() {
        return last.get()
                .filter(test -> test.contentHash().equals(edition.contentHash()))
                .isPresent();
    }

    /** The time alone where it was just now. */
    public String at() {
        return last.get().map(test -> times.recent(test.at())).orElse("");
    }

    public int most() {
        return TestAddresses.MOST;
    }

    /** Where they sent one last, one a line. */
    public String addresses(String operator) {
        List<String> used = deliveries.lastTestAddresses(edition.number(), operator);
        return String.join("\n", used);
    }
}
