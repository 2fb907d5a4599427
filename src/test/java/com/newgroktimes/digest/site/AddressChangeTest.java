package com.newgroktimes.digest.site;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Errand;
import com.newgroktimes.digest.subscribers.Preferences;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class AddressChangeTest {

    private static final String OLD = "ada@example.org";
    private static final String NEW = "ada.writes@example.net";
    private static final String CONFIRM = "Confirm your new address: weekly digest from The New Grok Times";
    private static final String CHANGED = "Your address was changed: weekly digest from The New Grok Times";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private JdbcClient database;

    private Visitor browser;
    private Subscriber ada;
    private URI weekly;

    @BeforeEach
    void isOnTheList() {
        browser = new Visitor(port);
        ada = readers.confirmed(OLD);
        readers.haveTheirLetters();
        weekly = links.settings(ada.id(), clock.instant());
    }

    @Test
    void theDigestGoesToTheNewAddressOnceItSaysSo() {
        browser.presses("Change my address", browser.opens(weekly));
        readers.haveTheirLetters();
        Page form = browser.opens(latest(OLD).link("/settings/"));
        assertThat(form.heading()).isEqualTo("Where should the digest go?");

        Page sent = browser.presses("Mail the button there", form, Map.of("email", NEW));
        readers.haveTheirLetters();

        assertThat(sent.heading()).isEqualTo("Look in your inbox");
        ReceivedMail asked = latest(NEW);
        assertThat(asked.subject()).isEqualTo(CONFIRM);
        assertThat(asked.text()).contains("the reader at a…@example.org", "The link works for 7 days.");
        assertThat(asked.html()).contains(asked.link("/settings/").toString());
        assertThat(readers.find(OLD)).isEqualTo(ada);
        assertThat(browser.opens(weekly).text())
                .contains("The digest moves to a…@example.net", "That works until 2 December 2026");

        Page ready = browser.opens(asked.link("/settings/"));
        assertThat(ready.text()).contains("a…@example.net", "a…@example.org");
        Page done = browser.presses("Yes, bring it here", ready);
        readers.haveTheirLetters();

        assertThat(done.heading()).isEqualTo("Your address is changed");
        assertThat(readers.find(NEW).id()).isEqualTo(ada.id());
        assertThat(readers.find(NEW).onTheList()).isTrue();
        assertThat(readers.knows(OLD)).isFalse();
        assertThat(readers.acts(ada))
                .containsSubsequence("confirmed", "asked for a change of address", "changed address")
                .contains("named as a new address", "address before: " + OLD);
        assertThat(latest(OLD).subject()).isEqualTo(CHANGED);
        assertThat(latest(OLD).text()).contains("a…@example.net");
        browser.presses("Stop sending it", browser.opens(links.unsubscribe(ada.id())));
        assertThat(readers.find(NEW).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void whatIsTypedIsLookedAtAsAtASignUp() {
        URI link = links.to(Errand.ADDRESS, ada.id(), clock.instant());

        Page wrong = browser.posts(link, Map.of("email", "ada at example"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().title()).startsWith("Error:");
        assertThat(wrong.html().select("#email").attr("value")).isEqualTo("ada at example");

        Page slip = browser.posts(link, Map.of("email", "ada@gmial.com"));
        assertThat(slip.text()).contains("Did you mean ada@gmail.com?");
        browser.presses("Did you mean ada@gmail.com?", slip);
        readers.haveTheirLetters();
        assertThat(ReceivedMail.inboxOf("ada@gmail.com")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "ERASED", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsMailedWhereNothingMayBe(Suppression reason) {
        subscribers.suppress(readers.waiting(NEW).id(), reason, "test");
        readers.haveTheirLetters();
        int before = ReceivedMail.inboxOf(NEW).size();

        URI link = links.to(Errand.ADDRESS, ada.id(), clock.instant());
        Page answer = browser.posts(link, Map.of("email", NEW));
        readers.haveTheirLetters();

        assertThat(Visitor.location(answer).getPath()).isEqualTo(link.getPath() + "/sent");
        assertThat(ReceivedMail.inboxOf(NEW)).hasSize(before);
        assertThat(readers.find(NEW).suppressed()).isEqualTo(reason);
    }

    @Test
    void whoseNewAddressIsOnTheListTooIsOneReaderFromThen() {
        subscribers.prefer(ada.id(), new Preferences(Preferences.Format.TEXT, List.of("World"), null), "test");
        long other = readers.confirmed(NEW).id();
        readers.haveTheirLetters();

        browser.presses("Yes, bring it here", browser.opens(asked(NEW)));

        Subscriber reader = readers.find(NEW);
        assertThat(reader.id()).isEqualTo(other);
        assertThat(reader.format()).isEqualTo("text");
        assertThat(reader.sections()).containsExactly("World");
        assertThat(confirmed()).isEqualTo(1);
        assertThat(readers.acts(reader)).contains("address before: " + OLD);
        assertThat(browser.opens(weekly).text()).contains("a…@example.net");
        browser.presses("Stop sending it", browser.opens(links.unsubscribe(ada.id())));
        assertThat(confirmed()).isZero();
    }

    @Test
    void whoLeftAtTheNewAddressOnceCanStopItByThatLinkToo() {
        long other = readers.confirmed(NEW).id();
        subscribers.leave(other, "test");
        readers.haveTheirLetters();

        browser.presses("Yes, bring it here", browser.opens(asked(NEW)));
        assertThat(readers.find(NEW).id()).isEqualTo(ada.id());

        subscribers.suppress(other, Suppression.COMPLAINT, "test");
        assertThat(readers.find(NEW).suppressed()).isEqualTo(Suppression.COMPLAINT);
        browser.posts(links.unsubscribe(other), Map.of("List-Unsubscribe", "One-Click"));
        assertThat(confirmed()).isZero();
    }

    @Test
    void whoeverComplainsBeforeThePressIsNotWrittenTo() {
        URI link = asked(NEW);
        subscribers.suppress(readers.find(NEW).id(), Suppression.COMPLAINT, "test");

        Page page = browser.opens(link);
        browser.posts(link, Map.of("move", "yes"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(readers.find(OLD)).isEqualTo(ada);
        assertThat(readers.find(NEW).suppressed()).isEqualTo(Suppression.COMPLAINT);
    }

    @Test
    void aChangeThatIsDroppedIsOver() {
        URI link = asked(NEW);

        Page settings = browser.presses("Leave it where it is", browser.opens(weekly));

        assertThat(settings.text()).contains("Saved.").doesNotContain("The digest moves to");
        isOver(link);
    }

    @Test
    void oneAtATime() {
        URI first = asked(NEW);
        URI second = asked("ada.reads@example.net");

        isOver(first);
        browser.presses("Yes, bring it here", browser.opens(second));
        assertThat(readers.find("ada.reads@example.net").id()).isEqualTo(ada.id());
    }

    @Test
    void oneOfTwoWhoWantTheSameAddress() {
        URI adas = asked(NEW);
        Subscriber ben = readers.confirmed("ben@example.org");
        readers.haveTheirLetters();
        browser.posts(links.to(Errand.ADDRESS, ben.id(), clock.instant()), Map.of("email", NEW));
        readers.haveTheirLetters();
        URI bens = latest(NEW).link("/settings/");

        browser.presses("Yes, bring it here", browser.opens(bens));

        assertThat(readers.find(NEW).id()).isEqualTo(ben.id());
        isOver(adas);
    }

    @Test
    void pressingTwiceIsPressingOnce() {
        URI link = asked(NEW);
        for (int i = 0; i < 2; i++) {
            assertThat(browser.posts(link, Map.of("move", "yes")).status()).isEqualTo(303);
        }
        readers.haveTheirLetters();

        assertThat(browser.opens(link).heading()).isEqualTo("Your address is changed");
        assertThat(readers.acts(ada)).containsOnlyOnce("changed address");
        assertThat(ReceivedMail.inboxOf(OLD)).extracting(ReceivedMail::subject).containsOnlyOnce(CHANGED);
    }

    @Test
    void whoHasLeftMeanwhileHasNoDigestToMove() {
        URI link = links.to(Errand.ADDRESS, ada.id(), clock.instant());
        subscribers.leave(ada.id(), "test");

        assertThat(browser.opens(link).heading()).isEqualTo("This change is off");
        assertThat(browser.posts(link, Map.of("email", NEW)).status()).isEqualTo(410);
        assertThat(readers.knows(NEW)).isFalse();
    }

    @Test
    void pressesAtOnceAreOne() {
        URI link = asked(NEW);

        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> assertThat(
                                browser.posts(link, Map.of("move", "yes")).status())
                        .isEqualTo(303));

        assertThat(confirmed()).isEqualTo(1);
        assertThat(readers.acts(ada)).containsOnlyOnce("changed address");
    }

    @Test
    void twoWhoWantEachOthersAddressAtOnceAreOneReader() {
        Subscriber ben = readers.confirmed("ben@example.org");
        readers.haveTheirLetters();
        URI adas = asked("ben@example.org");
        browser.posts(links.to(Errand.ADDRESS, ben.id(), clock.instant()), Map.of("email", OLD));
        readers.haveTheirLetters();
        URI bens = latest(OLD).link("/settings/");

        Stream.of(adas, bens)
                .parallel()
                .forEach(link -> assertThat(
                                browser.posts(link, Map.of("move", "yes")).status())
                        .isEqualTo(303));

        assertThat(confirmed()).isEqualTo(1);
        assertThat(browser.opens(links.settings(ada.id(), clock.instant())).text())
                .isEqualTo(
                        browser.opens(links.settings(ben.id(), clock.instant())).text());
    }

    @Test
    void nothingElseThanItsButtonChangesAnything() {
        URI link = asked(NEW);

        browser.posts(link, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(readers.find(OLD)).isEqualTo(ada);
    }

    @Test
    void itIsTooLateAfterSevenDaysAndAfterTheOldOneLeftOrIsErased() {
        URI old = asked(NEW);
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(browser.opens(old).heading()).isEqualTo("This link has expired");
        browser.posts(old, Map.of("move", "yes"));
        assertThat(readers.find(OLD)).isEqualTo(ada);
        assertThat(browser.opens(weekly).text()).doesNotContain("The digest moves to");

        URI link = asked(NEW);
        subscribers.leave(ada.id(), "test");
        browser.posts(link, Map.of("move", "yes"));
        assertThat(browser.opens(link).heading()).isEqualTo("This change is off");
        assertThat(confirmed()).isZero();

        subscribers.erase(ada.id(), "test");
        browser.posts(link, Map.of("move", "yes"));
        assertThat(browser.opens(link).heading()).isEqualTo("This change is off");
        assertThat(confirmed()).isZero();
    }

    @Test
    void whatTheOldAddressWasMailedEndsWithTheChange() {
        URI erase = links.to(Errand.ERASURE, ada.id(), clock.instant());
        URI link = asked(NEW);
        clock.advance(Duration.ofMinutes(5));

        browser.posts(link, Map.of("move", "yes"));

        assertThat(browser.opens(erase).status()).isEqualTo(410);
        assertThat(browser.opens(erase).text())
                .contains("Your address was changed since this link was mailed")
                .doesNotContain("an hour");
        browser.posts(erase, Map.of("erase", "yes"));
        assertThat(readers.knows(NEW)).isTrue();
    }

    @Test
    void anInboxIsAskedThreeTimesADayThroughWhicheverDoor() {
        subscribers.signUp(EmailAddress.parse(NEW), "", "en", "test");
        readers.haveTheirLetters();
        for (int i = 0; i < 3; i++) {
            asked(NEW);
        }
        subscribers.signUp(EmailAddress.parse(NEW), "", "en", "test");
        readers.haveTheirLetters();

        assertThat(ReceivedMail.inboxOf(NEW)).hasSize(3);
    }

    @Test
    void erasingForgetsTheAddressBeforeAsWell() {
        browser.posts(asked(NEW), Map.of("move", "yes"));
        readers.haveTheirLetters();

        subscribers.erase(ada.id(), "ana");

        assertThat(subscribers.erased(EmailAddress.parse(OLD))).isPresent();
        assertThat(subscribers.erased(EmailAddress.parse(NEW))).isPresent();
        for (String table : List.of("subscriber", "evidence", "address_change", "scheduled_tasks")) {
            assertThat(database.sql("select count(*) from %s t where t::text like '%%ada%%@example%%'".formatted(table))
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void erasingForgetsWhereTheDigestWasToGo() {
        asked(NEW);

        subscribers.erase(ada.id(), "ana");

        assertThat(readers.knows(NEW)).isFalse();
        assertThat(database.sql("select count(*) from address_change")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoWhoWantTheSameAddressAreEachMailedTheirOwnLink() {
        Subscriber ben = readers.confirmed("ben@example.org");
        readers.haveTheirLetters();
        MailServer.takesOnly(0);
        browser.posts(links.to(Errand.ADDRESS, ada.id(), clock.instant()), Map.of("email", NEW));
        browser.posts(links.to(Errand.ADDRESS, ben.id(), clock.instant()), Map.of("email", NEW));
        MailServer.takesEverything();
        clock.advance(Duration.ofMinutes(1));
        readers.haveTheirLetters();

        assertThat(ReceivedMail.inboxOf(NEW))
                .extracting(mail -> mail.text().replaceAll("(?s).*the reader at (\\S+).*", "$1"))
                .containsExactlyInAnyOrder("a…@example.org", "b…@example.org");
    }

    @Test
    void theLinkEndsWhenTheSettingsSayHoweverLateItCame() {
        MailServer.goesAway();
        try {
            browser.posts(links.to(Errand.ADDRESS, ada.id(), clock.instant()), Map.of("email", NEW));
            readers.lettersArePutOff(1);
        } finally {
            MailServer.comesBack();
        }
        clock.advance(Duration.ofDays(2));
        readers.haveTheirLetters();
        URI link = latest(NEW).link("/settings/");
        assertThat(browser.opens(weekly).text()).contains("That works until 2 December 2026");

        clock.set(SettableClock.START.plus(Duration.ofDays(7)));
        assertThat(browser.opens(link).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.opens(link).status()).isEqualTo(410);
        assertThat(browser.opens(weekly).text()).doesNotContain("That works until");
    }

    @Test
    void thatTheOldMailboxIsGoneSaysNothingOfTheNewOne() {
        browser.posts(asked(NEW), Map.of("move", "yes"));

        subscribers.cameBack(ada.id(), ada.address(), "delivery");
        assertThat(readers.find(NEW).suppressed()).isNull();

        subscribers.cameBack(ada.id(), EmailAddress.parse(NEW), "delivery");
        assertThat(readers.find(NEW).suppressed()).isEqualTo(Suppression.HARD_BOUNCE);
    }

    @Test
    void whatServersSaidOfEitherNumberIsShownAndGoes() {
        Subscriber other = readers.confirmed(NEW);
        readers.haveTheirLetters();
        var newsroom = new Newsroom(stories, editions, database);
        var edition = newsroom.hasAnEdition();
        deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        eventually(
                "the edition's ledger is closed",
                () -> database.sql("select to_regclass('delivery_answer_1_key') is not null")
                        .query(Boolean.class)
                        .single());
        database.sql("update delivery_answer set reply = '250 Ok for number ' || subscriber")
                .update();
        browser.posts(asked(NEW), Map.of("move", "yes"));

        assertThat(browser.opens(links.settings(other.id(), clock.instant()))
                        .html()
                        .select(".mails li")
                        .eachText())
                .hasSize(2)
                .anyMatch(line -> line.contains("for number " + ada.id()))
                .anyMatch(line -> line.contains("for number " + other.id()));
        subscribers.erase(other.id(), "ana");
        assertThat(database.sql("select count(reply) from delivery_answer")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The link that the new address is mailed. */
    private URI asked(String address) {
        browser.posts(links.to(Errand.ADDRESS, ada.id(), clock.instant()), Map.of("email", address));
        readers.haveTheirLetters();
        return latest(address).link("/settings/");
    }

    private void isOver(URI link) {
        assertThat(browser.opens(link).heading()).isEqualTo("This change is off");
        List<Long> before = numbers();
        browser.posts(link, Map.of("move", "yes"));
        assertThat(numbers()).isEqualTo(before);
    }

    private List<Long> numbers() {
        return database.sql("select id from subscriber where state = 'CONFIRMED' order by address")
                .query(Long.class)
                .list();
    }

    private long confirmed() {
        return database.sql("select count(*) from reader").query(Long.class).single();
    }

    private static ReceivedMail latest(String address) {
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(address);
        return inbox.get(inbox.size() - 1);
    }
}
