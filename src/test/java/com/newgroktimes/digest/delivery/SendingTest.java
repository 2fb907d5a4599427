package com.newgroktimes.digest.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DigestTest
class SendingTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    MeterRegistry meters;

    Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(stories, editions, database);
    }

    @Test
    void aThousandReadersOfOneVariantGetOneMailEachFromOneRendering() {
        newsroom.hasReaders(1_000);
        Edition edition = newsroom.hasAnEdition();
        double runsBefore = templateRuns();

        send(edition, 1_000);
        newsroom.awaits(edition, EditionState.SENT);

        assertThat(templateRuns() - runsBefore).isEqualTo(1);
        assertThat(MailServer.received())
                .extracting(SendingTest::recipient)
                .hasSize(1_000)
                .doesNotHaveDuplicates();
        Progress progress = deliveries.progress(edition.number());
        assertThat(progress.recipients()).isEqualTo(1_000);
        assertThat(progress.counts()).containsEntry(DeliveryState.ACCEPTED, 1_000L);
    }

    /** As where it stands behind thousands of letters. */
    @Test
    void anEditionLeavesAtItsTimeThoughTheTaskThatSaysSoIsLate() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(1)), "ana");
        database.sql(
                        "update scheduled_tasks set execution_time = execution_time + interval '1 day' where task_name = 'edition-leaves'")
                .update();

        clock.advance(Duration.ofMinutes(61));

        newsroom.awaits(edition, EditionState.SENT);
    }

    private double templateRuns() {
        return meters.find("digest.template.runs").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theMailSaysOfWhichListItIsAndHowToLeaveIt() throws Exception {
        newsroom.hasReaders(1);
        Edition edition = newsroom.hasAnEdition();
        send(edition, 1);
        newsroom.awaits(edition, EditionState.SENT);

        MimeMessage mail = MailServer.received().get(0);

        assertThat(mail.getHeader("List-Unsubscribe"))
                .singleElement()
                .asString()
                .matches("<https://digest\\.example\\.org/u/[A-Za-z0-9_-]+>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Id")).containsExactly("The New Grok Times <digest.newgroktimes.example>");
        assertThat(mail.getHeader("List-Archive")).containsExactly("<https://digest.example.org/editions>");
        assertThat(mail.getHeader("List-Post")).containsExactly("NO");
        assertThat(mail.getHeader("Feedback-ID")).containsExactly("digest:weekly:list:newgroktimesexa");
        assertThat(mail.getHeader("Message-ID"))
                .singleElement()
                .asString()
                .matches("<%d\\.1\\.\\d+\\.[A-Za-z0-9_-]+@newgroktimes\\.example>".formatted(edition.number()));
        assertThat(mail.getHeader("From")).containsExactly("The New Grok Times <digest@newgroktimes.example>");
        assertThat(mail.getHeader("Precedence")).isNull();
        assertThat(mail.getSubject()).isEqualTo(edition.subject());
        assertThat(mail.getSentDate()).isEqualTo(clock.instant());
        String source = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(source).contains("reader1@example.org", "24 November 2026");
    }

    @Test
    void aSecondSendIsRefused() {
        newsroom.hasReaders(3);
        Edition edition = newsroom.hasAnEdition();
        send(edition, 3);

        assertThat(refusal(() -> send(edition, 3)).kind()).isEqualTo(Kind.CONFLICT);
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(refusal(() -> send(edition, 3)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(MailServer.received()).hasSize(3);
    }

    @Test
    void anotherNumberThanWasApprovedIsRefusedWithBothFigures() {
        newsroom.hasReaders(100);
        Edition edition = newsroom.hasAnEdition();

        Problem refusal = refusal(() -> send(edition, 97));

        assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal.properties()).containsEntry("recipients", Map.of("expected", 97L, "actual", 100L));
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.READY);
        send(edition, 99);
        newsroom.awaits(edition, EditionState.SENT);
    }

    @Test
    void underFiftyAnyDifferenceCounts() {
        newsroom.hasReaders(49);
        Edition edition = newsroom.hasAnEdition();

        assertThat(refusal(() -> send(edition, 48)).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void anotherContentThanWasApprovedIsRefusedWithBothHashes() {
        newsroom.hasReaders(1);
        Edition edition = newsroom.hasAnEdition();

        Problem refusal = refusal(() -> deliveries.send(edition.number(), 1, "0000", null, "ana"));

        assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal.properties())
                .containsEntry("contentHash", Map.of("expected", "0000", "actual", edition.contentHash()));
    }

    @Test
    void nobodyToSendToIsSaidAndNothingStarts() {
        Edition edition = newsroom.hasAnEdition();

        Problem refusal = refusal(() -> send(edition, 0));

        assertThat(refusal.kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refusal.properties().toString()).contains("audience", "nobody on the list");
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.READY);
    }

    @Test
    void anEditionThatDoesNotExistIsNotFound() {
        assertThat(refusal(() -> deliveries.send(99, 1, "0000", null, "ana")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal(() -> deliveries.progress(99)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aScheduledEditionLeavesAtItsTime() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(2)), "ana");
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SCHEDULED);

        clock.advance(Duration.ofHours(2));

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(2);
    }

    /** As on a node that has other templates than the one on which it was approved. */
    @Test
    void oneThatIsNotWhatWasApprovedAnyMoreGoesToNobodyAndSaysWhy() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(2)), "ana");
        database.sql("update edition set content_hash = 'of other templates'").update();

        clock.advance(Duration.ofHours(2));

        newsroom.awaits(edition, EditionState.FAILED);
        assertThat(editions.get(edition.number()).reason())
                .startsWith("Attempt 1 could not go on. Edition 1 was approved, and the templates or settings")
                .endsWith("Nobody is mailed twice when it goes on.");
        assertThat(MailServer.received()).isEmpty();
    }

    @Test
    void whatWasTakenBackDoesNotLeaveAndCanBeSentAgain() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(2)), "ana");

        deliveries.takeBack(edition.number(), "ana");

        assertThat(editions.state(edition.number())).isEqualTo(EditionState.READY);
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(9)), "ana");
        clock.advance(Duration.ofHours(3));
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SCHEDULED);
        clock.advance(Duration.ofHours(6));
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(2);
        assertThat(refusal(() -> deliveries.takeBack(edition.number(), "ana")).kind())
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aTimeThatHasPassedIsRefused() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();

        Problem refusal =
                refusal(() -> deliveries.send(edition.number(), 2, edition.contentHash(), clock.instant(), "ana"));

        assertThat(refusal.kind()).isEqualTo(Kind.UNPROCESSABLE);
    }

    @Test
    void aListThatGrewByHalfSincePausesTheRunBeforeItsFirstMessage() {
        newsroom.hasReaders(4);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(
                edition.number(), 4, edition.contentHash(), clock.instant().plus(Duration.ofHours(1)), "ana");
        newsroom.hasReaders(3);

        clock.advance(Duration.ofHours(1));

        newsroom.awaits(edition, EditionState.PAUSED);
        assertThat(editions.find(edition.number()).orElseThrow().reason()).contains("7 people", "4 were approved");
        assertThat(MailServer.received()).isEmpty();
    }

    private void send(Edition edition, long recipients) {
        deliveries.send(edition.number(), recipients, edition.contentHash(), null, "ana");
    }

    private static Problem refusal(ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act);
    }
}
