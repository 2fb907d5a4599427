package com.newgroktimes.digest.delivery.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static com.newgroktimes.digest.delivery.DeliveryState.SKIPPED;
import static com.newgroktimes.digest.delivery.DeliveryState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

class AudienceTest {

    private static final int EDITION = LedgerUnderTest.EDITION;

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @Test
    void everyoneWhoMayBeMailedIsWrittenDownAndCounted() {
        ledger.hasReaders(1_000);
        ledger.leaves(17);

        assertThat(ledger.audience.size()).isEqualTo(999);
        assertThat(ledger.freezes()).isEqualTo(999);
        assertThat(ledger.count(WAITING)).isEqualTo(999);
    }

    /** Else it takes the list for an empty one after an import, and each read-ahead goes through all of it. */
    @Test
    void theLargestDomainsAreToldFirst() {
        ledger.hasReaders(4);
        ledger.database
                .sql("update subscriber set address = 'ada@small.example' where id = 1")
                .update();
        ledger.freezes();

        assertThat(ledger.audience.largestDomains(EDITION)).containsExactly("example.org", "small.example");
    }

    @Test
    void thePlannerKnowsHowLongTheListIs() {
        ledger.hasReaders(500);
        ledger.freezes();

        int known = ledger.database
                .sql("select reltuples::int from pg_class where relname = 'subscriber'")
                .query(Integer.class)
                .single();
        assertThat(known).isEqualTo(500);
    }

    @Test
    void whoLeavesAfterTheFreezeIsStillOnTheLedgerWithoutAnAddress() {
        ledger.hasReaders(2);
        ledger.freezes();
        ledger.leaves(2);

        assertThat(ledger.waiting()).extracting(row -> row.reader() == null).containsExactly(false, true);
    }

    @Test
    void eachReaderGetsTheVariantOfTheirTaste() {
        ledger.hasReaders(4);
        reads(2, "text", "{}");
        reads(3, "html", "{Technology,\"Arts & Letters\"}");
        reads(4, "html", "{Sport}");
        ledger.ledger.open(EDITION);

        List<Taste> tastes = ledger.audience.tastes();
        ledger.audience.freeze(
                EDITION, 1, tastes.stream().map(AudienceTest::serve).toList(), Instant.now());

        assertThat(tastes).extracting(Taste::sections).contains(List.of("Technology", "Arts & Letters"));
        assertThat(ledger.waiting()).extracting(Delivery::variant).containsExactly(1, 2, 3);
        assertThat(ledger.count(SKIPPED)).isEqualTo(1);
    }

    /** Else every freeze and every claim would first make the whole list. */
    @Test
    void whoMayBeMailedIsPlannedWithWhateverAsks() {
        ledger.hasReaders(2);

        assertThat(ledger.database
                        .sql("explain select 1 from reader_at(:now) r where r.id = 1")
                        .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("subscriber"))
                .noneMatch(line -> line.contains("Function Scan"));
    }

    @Test
    void aBreakEndsByTheServicesClock() {
        ledger.hasReaders(2);
        ledger.database
                .sql("update subscriber set break_until = now() + interval '1 hour' where id = 2")
                .update();
        ledger.ledger.open(EDITION);
        Instant later = Instant.now().plus(Duration.ofHours(2));

        assertThat(ledger.audience.size()).isEqualTo(1);
        assertThat(ledger.waiting()).isEmpty();
        assertThat(ledger.audience.freeze(
                        EDITION,
                        1,
                        ledger.audience.tastes().stream()
                                .map(AudienceTest::serve)
                                .toList(),
                        later))
                .hasValue(2);
        assertThat(ledger.outstanding.waiting(EDITION, later, 0, 10))
                .extracting(row -> row.reader() == null)
                .containsExactly(false, false);
        assertThat(ledger.waiting()).extracting(row -> row.reader() == null).containsExactly(false, true);
    }

    @Test
    void whoseBreakEndedByTheServicesClockGetsTheRevision() {
        ledger.hasReaders(2);
        ledger.freezes();
        ledger.database
                .sql("update subscriber set break_until = now() + interval '1 hour' where id = 2")
                .update();
        List<Serving> servings =
                ledger.audience.tastes().stream().map(AudienceTest::serve).toList();

        ledger.audience.revise(EDITION, 2, servings, Instant.now());
        assertThat(ledger.audience.unrevised(EDITION, 2)).containsExactly(2L);

        ledger.audience.revise(EDITION, 2, servings, Instant.now().plus(Duration.ofHours(2)));
        assertThat(ledger.audience.unrevised(EDITION, 2)).isEmpty();
    }

    private void reads(long subscriber, String format, String sections) {
        ledger.database
                .sql("update subscriber set format = :format, sections = :sections::text[] where id = :id")
                .param("format", format)
                .param("sections", sections)
                .param("id", subscriber)
                .update();
    }

    private static Serving serve(Taste taste) {
        if (taste.sections().contains("Sport")) {
            return new Serving(taste, 3, SKIPPED);
        }
        return new Serving(
                taste, taste.format().equals("text") ? 2 : taste.sections().isEmpty() ? 1 : 3, WAITING);
    }

    @Test
    void aTasteThatNothingIsServedToIsToldAndNotPassedOver() {
        ledger.hasReaders(1);
        List<Taste> tastes = ledger.audience.tastes();
        reads(1, "html", "{Technology}");
        ledger.ledger.open(EDITION);

        assertThat(ledger.audience.freeze(EDITION, 1, List.of(new Serving(tastes.get(0), 7, WAITING)), Instant.now()))
                .isEmpty();
    }
}
