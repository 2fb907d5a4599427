package com.newgroktimes.digest.site;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Purpose;
import com.newgroktimes.digest.platform.SignedLinks;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever reads the mailbox that a reader has left decides nothing about the one that they have now, but that it may stop. */
@DigestTest
class AddressesBeforeTest {

    private static final String OLD = "ada@example.org";
    private static final String NEW = "ada.writes@example.net";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SignedLinks signed;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private Visitor browser;
    private Subscriber ada;

    @BeforeEach
    void isOnTheList() {
        browser = new Visitor(port);
        ada = readers.confirmed(OLD);
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void aLinkToConfirmThatTheOldAddressWasMailedDoesNothingAndTellsNothing() {
        URI old = links.confirm(ada.id(), clock.instant());
        press(askToMove());
        subscribers.leave(ada.id(), "test");

        for (Page answer : List.of(browser.opens(old), browser.posts(old, Map.of()), browser.posts(old, again()))) {
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.heading()).isEqualTo("This link is for another address");
            assertThat(answer.text()).doesNotContain("example.net");
            assertThat(answer.response().body()).doesNotContain("/settings/");
        }
        assertThat(readers.find(NEW).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void neitherDoesOneToSayThatItWasNotThem() {
        URI dated = links.notMe(ada.id(), clock.instant());
        URI undated = URI.create("/not-me/" + signed.sign(Purpose.undated("not-me"), ada.id(), clock.instant()));
        press(askToMove());

        for (URI old : List.of(dated, undated)) {
            assertThat(browser.opens(old).status()).isEqualTo(410);
            assertThat(browser.posts(old, Map.of()).status()).isEqualTo(410);
        }
        assertThat(readers.find(NEW).suppressed()).isNull();
        assertThat(readers.find(NEW).onTheList()).isTrue();
    }

    @Test
    void linksOfTheNewAddressAndOfThoseWhoNeverMovedWork() {
        URI undated = URI.create("/not-me/" + signed.sign(Purpose.undated("not-me"), ada.id(), clock.instant()));
        assertThat(browser.opens(undated).status()).isEqualTo(200);

        press(askToMove());
        clock.advance(Duration.ofHours(1));
        subscribers.leave(ada.id(), "test");
        browser.posts(links.confirm(ada.id(), clock.instant()), Map.of());
        assertThat(readers.find(NEW).onTheList()).isTrue();
        browser.posts(links.notMe(ada.id(), clock.instant()), Map.of());
        assertThat(readers.find(NEW).onTheList()).isFalse();
    }

    @Test
    void leavingByAnOldLinkLeavesForGood() {
        press(askToMove());

        assertThat(browser.posts(links.unsubscribe(ada.id()), Map.of()).status())
                .isEqualTo(200);
        assertThat(readers.find(NEW).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    /** The one row goes while the press waits for it. */
    @Test
    void whoLeavesWhileTwoBecomeOneHasLeft() {
        Subscriber eve = readers.confirmed(NEW);
        URI moves = askToMove();

        CompletableFuture<Page> leaves = transaction.execute(status -> {
            subscribers.changeAddress(token(moves), "test");
            CompletableFuture<Page> pressed =
                    CompletableFuture.supplyAsync(() -> browser.posts(links.unsubscribe(ada.id()), Map.of()));
            eventually("the press waits for the row", () -> pressed.isDone() || seenFromOutside(this::somebodyWaits));
            assertThat(pressed).as("what did not wait").isNotDone();
            return pressed;
        });

        assertThat(leaves.join().text()).contains("No more digests to");
        assertThat(readers.find(NEW).id()).isEqualTo(eve.id());
        assertThat(readers.find(NEW).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    /** A transaction sees all of it as it was when it looked first. */
    private static boolean seenFromOutside(Supplier<Boolean> look) {
        return CompletableFuture.supplyAsync(look).join();
    }

    private boolean somebodyWaits() {
        return database.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    /** By the link that the new address was mailed: its last letter, so that none that it was owed before may come later. */
    private URI askToMove() {
        readers.haveTheirLetters();
        subscribers.askForNewAddress(ada.id(), EmailAddress.parse(NEW), "test");
        readers.haveTheirLetters();
        List<ReceivedMail> mails = ReceivedMail.inboxOf(NEW);
        return mails.get(mails.size() - 1).link("/settings/");
    }

    private void press(URI moves) {
        subscribers.changeAddress(token(moves), "test");
        assertThat(readers.knows(OLD)).isFalse();
    }

    private static String token(URI link) {
        return link.getPath().substring("/settings/".length());
    }

    private static Map<String, String> again() {
        return Map.of("again", "yes");
    }
}
