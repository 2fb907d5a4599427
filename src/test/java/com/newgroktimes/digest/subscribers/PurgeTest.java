package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Who is forgotten when, and who is not. */
@DigestTest
class PurgeTest {

    private static final Duration UNCONFIRMED = Duration.ofDays(30);

    /** They leave in November 2026: three years, counted from the end of that year. */
    private static final Instant LAST_DAY_OF_THE_PROOF = Instant.parse("2029-12-31T23:00:00Z");

    private static final Instant DAY_AFTER = Instant.parse("2030-01-01T01:00:00Z");

    @Autowired
    private Purge purge;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private LetterQueue letters;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private AddressChangeTable changes;

    @Autowired
    private Register register;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void whoNeverConfirmsIsForgottenAfterAMonth() {
        readers.waiting("ada@example.org");
        readers.haveTheirLetters();

        clock.advance(UNCONFIRMED);
        purge.run();
        assertThat(readers.knows("ada@example.org")).isTrue();

        clock.advance(Duration.ofSeconds(1));
        purge.run();
        assertThat(readers.knows("ada@example.org")).isFalse();
        assertThat(database.sql("select count(*) from evidence")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(subscribers.erased(EmailAddress.parse("ada@example.org"))).isEmpty();
    }

    @Test
    void whoIsOnTheListIsNot() {
        readers.confirmed("ada@example.org");
        readers.haveTheirLetters();

        clock.set(DAY_AFTER);
        purge.run();

        assertThat(subscribers.evidence(readers.find("ada@example.org").id())).isNotEmpty();
    }

    @Test
    void whoeverWasHeardOfSinceIsNot() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        clock.advance(Duration.ofDays(20));
        subscribers.askToLeave(ada.address(), "192.0.2.0/24");
        readers.haveTheirLetters();

        clock.advance(Duration.ofDays(20));
        purge.run();

        assertThat(readers.knows("ada@example.org")).isTrue();
    }

    @Test
    void whoIsOwedALetterIsNot() {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.waiting("eve@example.org");
        readers.haveTheirLetters();
        clock.advance(UNCONFIRMED.plusDays(1));
        database.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        values ('letter', 'SIGN_UP-' || :id, convert_to(:letter, 'UTF8'), :never, false, 1)
                        """)
                .param("id", ada.id())
                .param(
                        "letter",
                        "{\"subscriber\":%d,\"occasion\":\"SIGN_UP\",\"asked\":\"2026-11-25T10:00:00Z\"}"
                                .formatted(ada.id()))
                .param("never", Instant.parse("2040-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .update();

        purge.run();

        assertThat(letters.owed()).containsExactly(ada.id());
        assertThat(readers.knows("ada@example.org")).isTrue();
        assertThat(readers.knows("eve@example.org")).isFalse();
    }

    @Test
    void whoMustNotBeWrittenToIsKnownForAsLongAsThatHolds() {
        for (Suppression reason : List.of(Suppression.HARD_BOUNCE, Suppression.COMPLAINT, Suppression.OPERATOR)) {
            subscribers.suppress(readers.waiting(reason.name() + "@example.org").id(), reason, "test");
            Subscriber left = readers.confirmed("left-" + reason.name() + "@example.org");
            subscribers.leave(left.id(), "test");
            subscribers.suppress(left.id(), reason, "test");
        }
        subscribers.notMe(readers.waiting("ada@example.org").id(), clock.instant(), "test");
        readers.haveTheirLetters();

        clock.advance(Duration.ofDays(365));
        purge.run();
        assertThat(numbers()).hasSize(7);

        clock.set(DAY_AFTER);
        purge.run();
        assertThat(numbers()).hasSize(6);
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void whoLeftIsForgottenWhenNobodyCanAskForTheProofAnyMore() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.leave(ada.id(), "192.0.2.0/24");
        readers.haveTheirLetters();

        clock.set(LAST_DAY_OF_THE_PROOF);
        purge.run();
        assertThat(subscribers.evidence(ada.id())).isNotEmpty();

        clock.set(DAY_AFTER);
        purge.run();
        assertThat(numbers()).isEmpty();
        assertThat(subscribers.evidence(ada.id())).isEmpty();
        assertThat(subscribers.suppression(EmailAddress.parse("ada@example.org")))
                .as("no list brings them back")
                .contains(Suppression.ERASED);
        assertThat(readers.waiting("ada@example.org").id()).isGreaterThan(ada.id());
    }

    @Test
    void theirLinksOpenAsBefore() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.leave(ada.id(), "192.0.2.0/24");
        readers.haveTheirLetters();
        clock.set(DAY_AFTER);
        purge.run();
        Visitor browser = new Visitor(port);

        assertThat(browser.opens(links.unsubscribe(ada.id())).status()).isEqualTo(200);
        assertThat(browser.posts(links.unsubscribe(ada.id()), Map.of("List-Unsubscribe", "One-Click"))
                        .status())
                .isEqualTo(200);
        assertThat(numbers()).isEmpty();
    }

    @Test
    void whoWasErasedKeepsTheMarkAlone() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.erase(ada.id(), "ana");
        clock.set(DAY_AFTER);

        purge.run();

        assertThat(numbers()).isEmpty();
        assertThat(subscribers.erased(ada.address())).contains(new ErasedReader(ada.id(), SettableClock.START));
    }

    @Test
    void whomAnEarlierReleaseCalledErasedIsErased() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.suppress(ada.id(), Suppression.ERASED, "import 1 by ana");

        purge.run();

        assertThat(subscribers.find(ada.id())).isEmpty();
        assertThat(subscribers.erased(ada.address())).isPresent();
        assertThat(numbers()).containsExactly(ada.id());
    }

    /** Whoever changes an address has that lock already, and waits for the row. */
    @Test
    void itHoldsNobodyWhileItWaitsForAChangeOfAddress() throws InterruptedException {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        clock.advance(UNCONFIRMED.plusSeconds(1));
        Thread night = new Thread(purge::run);

        transaction.executeWithoutResult(status -> {
            changes.lock();
            night.start();
            eventually(
                    "it waits for its turn",
                    () -> database.sql(
                                    "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                            .query(Boolean.class)
                            .single());
            assertThat(register.hold(ada.id())).isPresent();
        });
        night.join();

        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    private List<Long> numbers() {
        return database.sql("select id from subscriber").query(Long.class).list();
    }
}
