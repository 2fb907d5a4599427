package com.newgroktimes.digest.operator.pages;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.editions.Edition;

/** What a page says of an edition's last test, and of where the next one may go. Templates read it. */
public final class TestSheet {

    private final Edition edition;
    private final Deliveries deliveries;
    private final Times times;
    private final Optional<TestSend> last;

    TestSheet(Edition edition, Deliveries deliveries, Times times) {
        this.edition = edition;
        this.deliveries = deliveries;
        this.times = times;
        this.last = deliveries.lastTest(edition.number());
    }

    /** Null where there was none, or where it is too long ago. */
    public @Nullable TestSend last() {
        return last.orElse(null);
    }

    /** Whether the edition is still, to the letter, what was tested last. */
    public boolean sameContent() {
        return last.filter(test -> test.contentHash().equals(edition.contentHash()))
                .isPresent();
    }

    /** The time alone where it was just now. */
    public String at() {
        return last.map(test -> times.recent(test.at())).orElse("");
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
