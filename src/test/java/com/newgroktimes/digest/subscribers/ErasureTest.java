package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Keys;
import com.newgroktimes.digest.subscribers.Confirmation.Standing;
import com.newgroktimes.digest.subscribers.Subscribers.Confirmed;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ErasureTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private ErasedAddresses erased;

    @Autowired
    private EvidenceLog evidence;

    @Autowired
    private Keys keys;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void nobodyIsBehindTheNumberAnyMore() {
        Subscriber ada = isErased("ada@example.org");

        assertThat(subscribers.find(ada.id())).isEmpty();
        assertThat(subscribers.find(ADA)).isEmpty();
        assertThat(subscribers.addresses(List.of(ada.id()))).isEmpty();
        assertThat(database.sql("select * from reader").query().listOfRows()).isEmpty();
        assertThat(subscribers.erased(ADA)).contains(new ErasedReader(ada.id(), SettableClock.START));
    }

    @Test
    void whatTheyChoseGoesToo() {
        Subscriber ada = readers.confirmed("ada@example.org");
        subscribers.prefer(
                ada.id(),
                new Preferences(
                        Preferences.Format.TEXT,
                        List.of("World"),
                        clock.instant().plus(Duration.ofDays(14))),
                "192.0.2.0/24");
        subscribers.erase(ada.id(), "ana");

        assertThat(database.sql("select address, domain, inbox, break_until from subscriber")
                        .query()
                        .singleRow()
                        .values())
                .containsOnlyNulls();
        assertThat(database.sql("select format || locale || sections::text from subscriber")
                        .query(String.class)
                        .single())
                .isEqualTo("htmlen{}");
    }

    @Test
    void thatTheyAskedAndConfirmedStaysWithoutWhereFromOrWhatTheySaid() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        subscribers.notMe(ada.id(), clock.instant(), "192.0.2.0/24");
        subscribers.sayWhy(ada.id(), "write to ada@example.org: instead", "192.0.2.0/24");
        List<Evidence> before = subscribers.evidence(ada.id());
        subscribers.erase(ada.id(), "ana");

        List<Evidence> kept = subscribers.evidence(ada.id());

        assertThat(kept)
                .extracting(Evidence::what)
                .contains("signed up", "confirmed", "said: this was not me", "said why", "unsubscribed")
                .endsWith("erased");
        assertThat(kept).extracting(Evidence::from).containsOnly("", "ana").endsWith("ana");
        assertThat(kept).extracting(Evidence::at).startsWith(times(before));
        assertThat(kept.get(0).version()).isEqualTo(before.get(0).version()).isNotEmpty();
    }

    @Test
    void onceIsEnough() {
        Subscriber ada = isErased("ada@example.org");

        assertThat(subscribers.erase(ada.id(), "ana")).isFalse();
        assertThat(subscribers.erase(4711, "ana")).isFalse();
        assertThat(subscribers.evidence(ada.id())).extracting(Evidence::what).containsOnlyOnce("erased");
    }

    @Test
    void anErasureThatIsRolledBackErasesNothing() {
        Subscriber ada = readers.confirmed("ada@example.org");
        transaction.executeWithoutResult(status -> {
            subscribers.erase(ada.id(), "ana");
            status.setRollbackOnly();
        });

        assertThat(readers.find("ada@example.org")).isEqualTo(ada);
        assertThat(subscribers.erased(ADA)).isEmpty();
    }

    @Test
    void whatIsPressedAfterwardsChangesNothing() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        String confirmation = links.confirm(ada.id(), clock.instant()).getPath().substring("/confirm/".length());
        subscribers.erase(ada.id(), "ana");
        List<Evidence> before = subscribers.evidence(ada.id());

        assertThat(subscribers.confirmation(confirmation).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(subscribers.confirm(confirmation, "test")).isEqualTo(Confirmed.UNKNOWN);
        assertThat(subscribers.comeBack(ada.id(), "test")).isFalse();
        subscribers.leave(ada.id(), "test");
        subscribers.leaveWithANote(ada.id(), "test");
        subscribers.sayWhy(ada.id(), "too long", "test");
        subscribers.notMe(ada.id(), clock.instant(), "test");
        subscribers.signUpAgain(ada.id(), "test");
        subscribers.prefer(ada.id(), new Preferences(Preferences.Format.TEXT, List.of(), null), "test");

        assertThat(subscribers.evidence(ada.id())).isEqualTo(before);
    }

    @Test
    void aLetterThatWasInHandLeavesNoTrace() {
        Subscriber ada = isErased("ada@example.org");
        long gone = 4711;
        List<Evidence> before = subscribers.evidence(ada.id());

        for (long number : List.of(ada.id(), gone)) {
            evidence.noteMail(number, Act.CONFIRMATION_MAILED, "", "v");
            evidence.noteMail(number, Act.MAIL_REFUSED, "5.1.1", "v");
        }

        assertThat(subscribers.evidence(ada.id())).isEqualTo(before);
        assertThat(subscribers.evidence(gone)).isEmpty();
    }

    @Test
    void aLetterThatStillWaitedIsNotBrought() {
        MailServer.goesAway();
        try {
            Subscriber ben = readers.waiting("ben@example.org");
            Subscriber eve = readers.waiting("eve@example.org");
            assertThat(eve.id()).isNotEqualTo(ben.id());
            readers.lettersArePutOff(2);
            subscribers.erase(eve.id(), "ana");
        } finally {
            MailServer.comesBack();
        }
        clock.advance(Duration.ofMinutes(1));
        readers.haveTheirLetters();

        assertThat(ReceivedMail.onlyOneTo("ben@example.org").text()).isNotEmpty();
        assertThat(ReceivedMail.inboxOf("eve@example.org")).isEmpty();
    }

    @Test
    void whoSignsUpAgainIsSomebodyNewAndTheMarkGoesWhenTheyConfirm() {
        Subscriber before = isErased("ada@example.org");
        clock.advance(Duration.ofDays(1));
        Subscriber after = readers.waiting("ada@example.org");

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.state()).isEqualTo(SubscriberState.PENDING);
        assertThat(subscribers.erased(ADA)).isPresent();

        assertThat(readers.confirmed("ada@example.org").onTheList()).isTrue();
        assertThat(subscribers.erased(ADA)).isEmpty();
        assertThat(erased.amongThese(List.of("ada@example.org"))).isEmpty();
        assertThat(subscribers.suppression(ADA)).isEmpty();
    }

    @Test
    void theMarkTellsTheAddressInAnyCaseAndGivesNothingAway() {
        isErased("Ada.Lovelace@example.org");

        assertThat(erased.amongThese(List.of("eve@example.org", "ada.lovelace@example.org")))
                .containsExactly("ada.lovelace@example.org");
        assertThat(subscribers.erased(EmailAddress.parse("ada.lovelace@example.org")))
                .isEmpty();
        assertThat(subscribers.suppression(EmailAddress.parse("ada.lovelace@example.org")))
                .contains(Suppression.ERASED);
        assertThat(database.sql("select erased_address::text from erased_address")
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("lovelace")
                .contains(keys.fingerprint());
    }

    private Subscriber isErased(String address) {
        Subscriber reader = readers.confirmed(address);
        assertThat(subscribers.erase(reader.id(), "ana")).isTrue();
        return reader;
    }

    private static Instant[] times(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::at).toArray(Instant[]::new);
    }
}
