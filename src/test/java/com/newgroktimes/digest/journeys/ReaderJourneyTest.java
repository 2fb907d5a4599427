package com.newgroktimes.digest.journeys;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Eventually;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader comes, confirms, leaves, and changes their mind: by the pages and the mails alone. */
@DigestTest
class ReaderJourneyTest {

    private static final String ADA = "ada@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private SettableClock clock;

    private Visitor ada;

    @BeforeEach
    void adaHasABrowser() {
        ada = new Visitor(port);
    }

    @Test
    void twoPressesAndTheyAreOnTheList() {
        Page sent = ada.presses("Send me the digest", ada.opens("/"), Map.of("email", ADA));
        assertThat(sent.heading()).isEqualTo("Look in your inbox");
        assertThat(sent.address().getPath()).isEqualTo("/subscribe/sent");

        Page question = ada.opens(ReceivedMail.onlyOneTo(ADA).link("/confirm/"));
        assertThat(question.heading()).isEqualTo("Is this your address?");
        assertThat(question.text()).contains("a…@example.org");
        assertThat(state()).isEqualTo(SubscriberState.PENDING);

        Page done = ada.presses("Yes, start my digest", question);
        assertThat(done.heading()).isEqualTo("You are on the list");
        assertThat(state()).isEqualTo(SubscriberState.CONFIRMED);

        Page again = ada.presses("Yes, start my digest", question);
        assertThat(again.heading()).isEqualTo("You are on the list");
    }

    @Test
    void theConfirmationMailOnlyAsks() throws Exception {
        signsUp();
        ReceivedMail mail = ReceivedMail.onlyOneTo(ADA);

        assertThat(mail.subject()).isEqualTo("Confirm: weekly digest from The New Grok Times");
        assertThat(mail.text())
                .contains("On 25 November at 10:00:00 UTC someone", "This was not me", "1 Example Street");
        assertThat(mail.html()).contains("Confirm my address").doesNotContain("<img", "The narrative");
        assertThat(mail.message().getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.message().getHeader("List-Id")).isNull();
        assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.message().getHeader("From")[0]).contains("The New Grok Times", "digest@newgroktimes.example");
    }

    @Test
    void aLikelySlipIsAskedAboutAndNeverCorrectedSilently() {
        Page asked = ada.presses("Send me the digest", ada.opens("/"), Map.of("email", "ada@gmial.com"));
        assertThat(asked.status()).isEqualTo(200);

        ada.presses("Did you mean ada@gmail.com?", asked);
        ada.presses("No, keep what I typed", asked);

        assertThat(ReceivedMail.onlyOneTo("ada@gmail.com")).isNotNull();
        assertThat(ReceivedMail.onlyOneTo("ada@gmial.com")).isNotNull();
    }

    @Test
    void whatIsNoAddressIsSaidAndStaysTyped() {
        Page empty = ada.presses("Send me the digest", ada.opens("/"), Map.of("email", "  "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Please type your email address.");

        Page wrong = ada.presses("Send me the digest", ada.opens("/"), Map.of("email", "ada at example.org"));
        assertThat(wrong.html().title()).startsWith("Error: ");
        assertThat(wrong.html().select("#email").val()).isEqualTo("ada at example.org");
        assertThat(wrong.html().select("#email").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void aProgramThatFillsInEverythingSignsNobodyUp() {
        Page answer =
                ada.presses("Send me the digest", ada.opens("/"), Map.of("email", ADA, "website", "https://x.example"));

        assertThat(answer.heading()).isEqualTo("Look in your inbox");
        assertThat(readers.knows(ADA)).isFalse();
    }

    /** Cut at our limit, this would be ada@example.org. */
    @Test
    void aFormThatIsTooLongSignsNobodyUp() {
        String cut = "&email=" + ADA;
        String form = "x=" + "a".repeat(16 * 1024 - 2 - cut.length()) + cut + ".evil.example";

        Page answer = ada.sends(
                "POST", URI.create("/subscribe"), "application/x-www-form-urlencoded", BodyPublishers.ofString(form));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(readers.knows(ADA)).isFalse();
    }

    @Test
    void anExpiredLinkIsMailedAnew() {
        signsUp();
        URI old = ReceivedMail.onlyOneTo(ADA).link("/confirm/");
        clock.advance(Duration.ofDays(8));

        Page expired = ada.opens(old);
        assertThat(expired.heading()).isEqualTo("This link has expired");
        assertThat(ada.posts(old, Map.of()).heading()).isEqualTo("This link has expired");
        ada.presses("Send me a new one", expired);

        Eventually.eventually("a second mail", () -> ReceivedMail.inboxOf(ADA).size() == 2);
        URI fresh = ReceivedMail.inboxOf(ADA).get(1).link("/confirm/");
        ada.presses("Yes, start my digest", ada.opens(fresh));
        assertThat(state()).isEqualTo(SubscriberState.CONFIRMED);
    }

    @Test
    void leavingTakesOnePressAndCanBeUndone() {
        Subscriber reader = readers.confirmed(ADA);

        Page done = ada.presses("Stop sending it", ada.opens(links.unsubscribe(reader.id())));
        assertThat(done.text()).contains("No more digests to");
        assertThat(state()).isEqualTo(SubscriberState.UNSUBSCRIBED);

        assertThat(ada.presses("Send", done, Map.of("why", "much", "words", "Once a month would do"))
                        .heading())
                .isEqualTo("Thank you");
        assertThat(readers.acts(reader)).endsWith("said why: much Once a month would do");

        assertThat(ada.presses("Undo", done).heading()).isEqualTo("Welcome back");
        assertThat(state()).isEqualTo(SubscriberState.CONFIRMED);
    }

    @Test
    void afterHalfAnHourThereIsNothingToUndo() {
        Page done = ada.presses(
                "Stop sending it",
                ada.opens(links.unsubscribe(readers.confirmed(ADA).id())));
        clock.advance(Duration.ofMinutes(31));

        assertThat(ada.presses("Undo", done).heading()).isEqualTo("That was too long ago");
        assertThat(state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(ada.opens(done.address()).html().select("button").eachText()).doesNotContain("Undo");
    }

    @Test
    void whoLeftCanComeBackByAnOlderLink() {
        signsUp();
        URI link = ReceivedMail.onlyOneTo(ADA).link("/confirm/");
        ada.presses("Yes, start my digest", ada.opens(link));
        clock.advance(Duration.ofDays(1));
        ada.posts(links.unsubscribe(readers.find(ADA).id()), Map.of());

        Page question = ada.opens(link);
        assertThat(question.heading()).isEqualTo("You left the list on 26 November 2026");
        ada.presses("Yes, start my digest", question);
        assertThat(state()).isEqualTo(SubscriberState.CONFIRMED);
    }

    @Test
    void settingsStopTheDigest() {
        Subscriber reader = readers.confirmed(ADA);

        Page done = ada.presses("Stop the digest", ada.opens(links.settings(reader.id(), clock.instant())));

        assertThat(done.text()).contains("No more digests to");
        assertThat(state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void whoWasSignedUpBySomebodyElseIsLeftAlone() {
        signsUp();
        Page question = ada.opens(ReceivedMail.onlyOneTo(ADA).link("/not-me/"));

        assertThat(ada.presses("This was not me", question).heading()).isEqualTo("We will leave you alone");
        assertThat(readers.find(ADA).suppressed()).isEqualTo(Suppression.NOT_ME);

        Page refused = ada.opens(ReceivedMail.onlyOneTo(ADA).link("/confirm/"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.heading()).isEqualTo("We do not write to this address");
    }

    @Test
    void whoHasNoMailAtHandIsMailedTheWayOut() {
        readers.confirmed("ben@example.org");
        readers.find("ben@example.org");
        Eventually.eventually(
                "sign-up mail", () -> ReceivedMail.inboxOf("ben@example.org").size() == 1);

        ada.presses("Mail me a link", ada.opens("/leave"), Map.of("email", "ben@example.org"));

        Eventually.eventually(
                "the way out", () -> ReceivedMail.inboxOf("ben@example.org").size() == 2);
        URI way = ReceivedMail.inboxOf("ben@example.org").get(1).link("/settings/");
        ada.presses("Stop the digest", ada.opens(way));
        assertThat(readers.find("ben@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    private void signsUp() {
        ada.presses("Send me the digest", ada.opens("/"), Map.of("email", ADA));
    }

    private SubscriberState state() {
        return readers.find(ADA).state();
    }
}
