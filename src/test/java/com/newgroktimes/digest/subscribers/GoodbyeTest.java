package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail that somebody gets who leaves, and asks for it. */
@DigestTest
class GoodbyeTest {

    private static final String ADA = "ada@example.org";
    private static final String GOODBYE = "Done: no more weekly digests from The New Grok Times";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    private Visitor browser;
    private long ada;

    @BeforeEach
    void adaIsOnTheList() {
        browser = new Visitor(port);
        ada = readers.confirmed(ADA).id();
        readers.haveTheirLetters();
    }

    @Test
    void whoAsksForANoteGetsOne() throws Exception {
        Page settings = browser.opens(links.settings(ada, clock.instant()));
        assertThat(settings.html().select("#note").hasAttr("checked")).isFalse();
        Page done = browser.presses("Stop the digest", settings, Map.of("note", "yes"));
        readers.haveTheirLetters();

        assertThat(done.heading()).isEqualTo("Done");
        ReceivedMail mail = lastOne();
        assertThat(mail.subject()).isEqualTo(GOODBYE);
        assertThat(mail.text()).contains("On 25 November at 10:00:00 UTC you unsubscribed this address");
        assertThat(mail.html()).contains(mail.link("/subscribe").toString());
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.message().getHeader("List-Id")).isNull();
        assertThat(mail.message().getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.message().getHeader("Feedback-ID")).isNull();
    }

    @Test
    void whoDoesNotAskGetsNone() {
        browser.presses("Stop the digest", browser.opens(links.settings(ada, clock.instant())));
        readers.haveTheirLetters();

        assertThat(readers.find(ADA).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(subjects()).doesNotContain(GOODBYE);
    }

    @Test
    void theUnsubscribeLinkMailsNoneWhateverIsSent() {
        URI link = links.unsubscribe(ada);
        for (String body : List.of("List-Unsubscribe=One-Click", "note=yes", "via=page&note=yes&stop=yes")) {
            browser.sends("POST", link, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
        }
        readers.haveTheirLetters();

        assertThat(readers.find(ADA).state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(subjects()).doesNotContain(GOODBYE);
    }

    @Test
    void whoHasComeBackBeforeItGoesIsNotToldThatTheyAreGone() {
        transaction.executeWithoutResult(status -> {
            subscribers.leaveWithANote(ada, "test");
            subscribers.comeBack(ada, "test");
        });
        readers.haveTheirLetters();

        assertThat(subjects()).doesNotContain(GOODBYE);
    }

    @Test
    void whoHasLeftAlreadyIsNotToldAgain() {
        subscribers.leave(ada, "test");
        subscribers.leaveWithANote(ada, "test");
        readers.haveTheirLetters();

        assertThat(subjects()).doesNotContain(GOODBYE);
    }

    @Test
    void whoGoesAndComesBackIsToldThreeTimesADay() {
        for (int time = 0; time < 5; time++) {
            subscribers.leaveWithANote(ada, "test");
            readers.haveTheirLetters();
            subscribers.comeBack(ada, "test");
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(subjects().stream().filter(GOODBYE::equals)).hasSize(3);
    }

    private static ReceivedMail lastOne() {
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        return inbox.get(inbox.size() - 1);
    }

    private static List<String> subjects() {
        return ReceivedMail.inboxOf(ADA).stream().map(ReceivedMail::subject).toList();
    }
}
