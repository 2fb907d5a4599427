package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The mail that may follow a confirmation. */
@DigestTest
class WelcomeTest {

    private static final String ADA = "ada@example.org";
    private static final String WELCOME = "Welcome: weekly digest from The New Grok Times";

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Register register;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private EvidenceLog evidence;

    @Autowired
    private Etiquette etiquette;

    @Autowired
    private LetterQueue letters;

    @Autowired
    private ErasedAddresses erased;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Clock time;

    @Autowired
    private TransactionTemplate transaction;

    private Subscriber ada;

    @BeforeEach
    void adaIsAsked() {
        ada = readers.waiting(ADA);
        readers.haveTheirLetters();
    }

    @Test
    void itIsLeftOutUnlessItIsSet() {
        readers.confirmed(ADA);
        readers.haveTheirLetters();

        assertThat(subjects()).doesNotContain(WELCOME);
    }

    @Test
    void itTellsWherePastEditionsAreAndHowToLeave() throws Exception {
        confirmsAndIsWelcomed();
        ReceivedMail mail = last();

        assertThat(mail.subject()).isEqualTo(WELCOME);
        assertThat(mail.text()).contains("On 25 November at 10:00:00 UTC you confirmed this address.");
        for (String path : List.of("/editions", "/settings/", "/u/", "/privacy")) {
            assertThat(mail.html()).contains(mail.link(path).toString());
        }
    }

    /** It is a mail of the list: whoever does not want it leaves by the button of their mail program. */
    @Test
    void itHasTheHeadersThatADigestHas() throws Exception {
        confirmsAndIsWelcomed();
        var mail = last().message();

        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + links.unsubscribe(ada.id()) + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Id")[0]).endsWith("<digest.newgroktimes.example>");
        assertThat(mail.getHeader("List-Archive")[0]).endsWith("/editions>");
        assertThat(mail.getHeader("Feedback-ID")).containsExactly("welcome:once:list:newgroktimesexa");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
        assertThat(mail.getHeader("Reply-To")).hasSize(1);
    }

    @Test
    void whoHasLeftAgainBeforeItGoesIsNotWelcomed() {
        transaction.executeWithoutResult(status -> {
            confirms();
            register.leave(ada.id());
        });
        readers.haveTheirLetters();

        assertThat(subjects()).doesNotContain(WELCOME);
    }

    @Test
    void whoComesAndGoesIsWelcomedThreeTimesADay() {
        for (int time = 0; time < 5; time++) {
            confirmsAndIsWelcomed();
            subscribers.leave(ada.id(), "test");
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(subjects().stream().filter(WELCOME::equals)).hasSize(3);
    }

    private void confirmsAndIsWelcomed() {
        transaction.executeWithoutResult(status -> confirms());
        readers.haveTheirLetters();
    }

    private void confirms() {
        var settings = new SubscriberSettings(
                true, 600, List.of(), Origins.Kept.SHORTENED, new SubscriberSettings.Limits(0, 0, 0));
        String token = links.confirm(ada.id(), clock.instant()).getPath().substring("/confirm/".length());
        new Confirmations(links, register, inboxes, evidence, etiquette, letters, erased, settings, time)
                .confirm(token, "test");
    }

    private static ReceivedMail last() {
        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        return inbox.get(inbox.size() - 1);
    }

    private static List<String> subjects() {
        return ReceivedMail.inboxOf(ADA).stream().map(ReceivedMail::subject).toList();
    }
}
