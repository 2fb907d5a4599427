package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Confirmation.Standing;
import com.newgroktimes.digest.subscribers.Subscribers.Confirmed;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class SubscribersTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final String NETWORK = "192.0.2.0/24";

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aSignUpWaitsForItsConfirmation() {
        Subscriber ada = signsUp(ADA);

        assertThat(ada.state()).isEqualTo(SubscriberState.PENDING);
        assertThat(ada.since()).isEqualTo(SettableClock.START);
        assertThat(readers()).isEmpty();
        assertThat(acts(ada)).containsExactly("signed up");
    }

    @Test
    void whatIsNotASourceOfOursIsKeptAsOther() {
        subscribers.signUp(ADA, "https://example.com/", "en", NETWORK);

        assertThat(find(ADA).source()).isEqualTo("other");
    }

    @Test
    void aLanguageIsKeptInOneSpelling() {
        subscribers.signUp(ADA, "", "PT-br", NETWORK);
        assertThat(find(ADA).locale()).isEqualTo("pt-BR");

        subscribers.signUp(ADA, "", "../etc", NETWORK);
        assertThat(find(ADA).locale()).isEqualTo("en");
    }

    @Test
    void anAddressToBeThrownAwayIsTakenAndMarked() {
        assertThat(acts(signsUp(EmailAddress.parse("ada@mailinator.com"))))
                .containsExactly("signed up", "the domain hands out addresses to be thrown away");
    }

    @Test
    void aPressOnTheLinkPutsThemOnTheList() {
        Subscriber ada = signsUp(ADA);

        assertThat(subscribers.confirm(confirmToken(ada), NETWORK)).isEqualTo(Confirmed.DONE);
        assertThat(readers()).containsExactly("ada@example.org");
        assertThat(acts(ada)).endsWith("confirmed");
    }

    @Test
    void aSecondPressChangesNothing() {
        Subscriber ada = confirmed(ADA);
        clock.advance(Duration.ofHours(2));

        assertThat(subscribers.confirm(confirmToken(ada), NETWORK)).isEqualTo(Confirmed.ALREADY);
        assertThat(find(ADA).confirmedAt()).isEqualTo(SettableClock.START);
        assertThat(acts(ada)).containsOnlyOnce("confirmed");
    }

    @Test
    void theLinkWorksForSevenDays() {
        String token = confirmToken(signsUp(ADA));

        clock.advance(Duration.ofDays(7));
        assertThat(subscribers.confirmation(token).standing()).isEqualTo(Standing.READY);

        clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(subscribers.confirmation(token).standing()).isEqualTo(Standing.EXPIRED);
        assertThat(subscribers.confirm(token, NETWORK)).isEqualTo(Confirmed.EXPIRED);
        assertThat(readers()).isEmpty();
    }

    @Test
    void aLinkToAnotherDoorConfirmsNobody() {
        Subscriber ada = signsUp(ADA);

        for (URI other : List.of(
                links.unsubscribe(ada.id()),
                links.settings(ada.id(), clock.instant()),
                links.notMe(ada.id(), clock.instant()))) {
            assertThat(subscribers.confirm(token(other), NETWORK)).isEqualTo(Confirmed.UNKNOWN);
        }
        assertThat(readers()).isEmpty();
    }

    @Test
    void whoLeavesIsNoReaderAndMayLeaveAgain() {
        Subscriber ada = confirmed(ADA);

        subscribers.leave(ada.id(), NETWORK);
        clock.advance(Duration.ofHours(1));
        subscribers.leave(ada.id(), NETWORK);

        assertThat(readers()).isEmpty();
        assertThat(find(ADA).leftAt()).isEqualTo(SettableClock.START);
        assertThat(acts(ada)).containsOnlyOnce("unsubscribed");
    }

    @Test
    void leavingCanBeTakenBackForHalfAnHour() {
        Subscriber ada = confirmed(ADA);
        subscribers.leave(ada.id(), NETWORK);
        clock.advance(Duration.ofMinutes(30));

        assertThat(subscribers.comeBack(ada.id(), NETWORK)).isTrue();
        assertThat(readers()).containsExactly("ada@example.org");

        subscribers.leave(ada.id(), NETWORK);
        clock.advance(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(subscribers.comeBack(ada.id(), NETWORK)).isFalse();
        assertThat(readers()).isEmpty();
    }

    @Test
    void takingLeavingBackConfirmsNobody() {
        Subscriber ada = signsUp(ADA);
        subscribers.leave(ada.id(), NETWORK);

        assertThat(subscribers.comeBack(ada.id(), NETWORK)).isTrue();
        assertThat(find(ADA).state()).isEqualTo(SubscriberState.PENDING);
    }

    @Test
    void anOlderLinkAsksWhoLeftWhetherTheyWantToComeBack() {
        Subscriber ada = confirmed(ADA);
        String token = confirmToken(ada);
        clock.advance(Duration.ofDays(2));
        subscribers.leave(ada.id(), NETWORK);

        assertThat(subscribers.confirmation(token).standing()).isEqualTo(Standing.LEFT);
        assertThat(subscribers.confirm(token, NETWORK)).isEqualTo(Confirmed.DONE);
        assertThat(find(ADA).leftAt()).isNull();
    }

    @Test
    void aNewSignUpAloneDoesNotBringBackWhoLeft() {
        Subscriber ada = confirmed(ADA);
        subscribers.leave(ada.id(), NETWORK);
        clock.advance(Duration.ofDays(2));

        subscribers.signUp(ADA, "site", "en", NETWORK);

        assertThat(find(ADA).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(subscribers.confirmation(confirmToken(ada)).standing()).isEqualTo(Standing.READY);
    }

    @Test
    void aSignUpByAnybodyChangesNothingForWhoIsOnTheList() {
        Subscriber before = confirmed(ADA);
        clock.advance(Duration.ofDays(2));

        subscribers.signUp(ADA, "elsewhere", "fr", NETWORK);

        assertThat(find(ADA)).isEqualTo(before);
    }

    @Test
    void aPressDoesNotBringBackWhoComplained() {
        for (Suppression strict : List.of(Suppression.COMPLAINT, Suppression.OPERATOR, Suppression.NOT_ME)) {
            Subscriber reader = signsUp(EmailAddress.parse(strict.name().toLowerCase(Locale.ROOT) + "@example.org"));
            subscribers.suppress(reader.id(), strict, "bounces");
            clock.advance(Duration.ofHours(2));

            assertThat(subscribers.confirm(confirmToken(reader), NETWORK)).isEqualTo(Confirmed.REFUSED);
        }
        assertThat(readers()).isEmpty();
    }

    @Test
    void aLinkMailedAfterMailCameBackShowsThatTheAddressWorks() {
        Subscriber ada = confirmed(ADA);
        String before = confirmToken(ada);
        clock.advance(Duration.ofHours(2));
        subscribers.suppress(ada.id(), Suppression.HARD_BOUNCE, "bounces");

        assertThat(subscribers.confirm(before, NETWORK)).isEqualTo(Confirmed.REFUSED);
        assertThat(subscribers.confirm(confirmToken(ada), NETWORK)).isEqualTo(Confirmed.DONE);
        assertThat(find(ADA).onTheList()).isTrue();
    }

    @Test
    void thisWasNotMeAlsoUnsubscribesWhoIsOnTheList() {
        Subscriber ada = confirmed(ADA);

        subscribers.notMe(ada.id(), clock.instant(), NETWORK);

        assertThat(find(ADA).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(find(ADA).suppressed()).isEqualTo(Suppression.NOT_ME);
        assertThat(subscribers.comeBack(ada.id(), NETWORK)).isFalse();
    }

    @Test
    void aStricterReasonIsNeverReplacedByAMilder() {
        Subscriber ada = confirmed(ADA);
        subscribers.suppress(ada.id(), Suppression.HARD_BOUNCE, "bounces");
        subscribers.suppress(ada.id(), Suppression.COMPLAINT, "bounces");
        subscribers.suppress(ada.id(), Suppression.HARD_BOUNCE, "bounces");

        assertThat(find(ADA).suppressed()).isEqualTo(Suppression.COMPLAINT);
    }

    @Test
    void whoSignsUpAgainWithinTheHourIsNotAskedWhetherTheyWantToComeBack() {
        Subscriber ada = confirmed(ADA);
        clock.advance(Duration.ofMinutes(10));
        subscribers.leave(ada.id(), NETWORK);
        clock.advance(Duration.ofMinutes(30));
        signsUp(ADA);

        assertThat(subscribers.confirmation(confirmToken(ada)).standing()).isEqualTo(Standing.READY);
    }

    @Test
    void lookingForManyReadsNoWholeList() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at)
                        select 'reader' || n || '@example.org', 'PENDING', 'site', now() from generate_series(1, 20000) n
                        """).update();
        database.sql("analyze subscriber").update();

        transaction.executeWithoutResult(status -> {
            long before = wholeReadings();
            assertThat(subscribers.inAnyCase(List.of(EmailAddress.parse("Reader7@example.org"))))
                    .hasSize(1);
            assertThat(wholeReadings()).isEqualTo(before);
        });
    }

    /** Of the table, by this transaction and those before it that its connection has not told of yet. */
    private long wholeReadings() {
        return database.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'subscriber'")
                .query(Long.class)
                .single();
    }

    private Subscriber signsUp(EmailAddress address) {
        subscribers.signUp(address, "site", "en", NETWORK);
        return find(address);
    }

    private Subscriber confirmed(EmailAddress address) {
        subscribers.confirm(confirmToken(signsUp(address)), NETWORK);
        return find(address);
    }

    private Subscriber find(EmailAddress address) {
        return subscribers.find(address).orElseThrow();
    }

    private String confirmToken(Subscriber reader) {
        Instant now = clock.instant();
        return token(links.confirm(reader.id(), now));
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }

    /** Without the letters, which are noted whenever they go. */
    private List<String> acts(Subscriber reader) {
        return subscribers.evidence(reader.id()).stream()
                .map(Evidence::what)
                .filter(what -> !what.endsWith(" mailed"))
                .toList();
    }

    private List<String> readers() {
        return database.sql("select address from reader").query(String.class).list();
    }
}
