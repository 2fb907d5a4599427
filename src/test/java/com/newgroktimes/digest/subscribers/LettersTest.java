package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Eventually;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a sign-up mails, by who asks. */
@DigestTest
class LettersTest {

    private static final String ADA = "ada@example.org";
    private static final String CONFIRM = "Confirm: weekly digest from The New Grok Times";
    private static final String ALREADY = "You already get it: weekly digest from The New Grok Times";

    private static final String WAY_OUT = "Unsubscribe: weekly digest from The New Grok Times";

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TextVersion textVersion;

    @Autowired
    private MailTemplates templates;

    @Test
    void newAndWaitingOnesGetAConfirmation() {
        signsUp(ADA);
        signsUp(ADA);

        assertThat(subjects(ADA)).containsExactly(CONFIRM, CONFIRM);
    }

    @Test
    void twoConfirmationsDifferSoThatProgramsDoNotFoldThem() {
        signsUp(ADA);
        clock.advance(Duration.ofSeconds(20));
        signsUp(ADA);

        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        assertThat(inbox.get(0).text()).isNotEqualTo(inbox.get(1).text());
    }

    @Test
    void whoIsOnTheListIsToldSo() {
        readers.confirmed(ADA);
        readers.haveTheirLetters();
        signsUp(ADA);

        List<ReceivedMail> inbox = ReceivedMail.inboxOf(ADA);
        assertThat(inbox.get(inbox.size() - 1).subject()).isEqualTo(ALREADY);
        assertThat(inbox.get(inbox.size() - 1).link("/settings/")).isNotNull();
    }

    @Test
    void whoLeftIsAskedAgain() {
        subscribers.leave(readers.confirmed(ADA).id(), "test");
        readers.haveTheirLetters();
        int before = subjects(ADA).size();
        signsUp(ADA);

        assertThat(subjects(ADA).subList(before, subjects(ADA).size())).containsExactly(CONFIRM);
    }

    @Test
    void whoMustNotBeWrittenToGetsNothing() {
        for (Suppression reason : List.of(Suppression.COMPLAINT, Suppression.OPERATOR, Suppression.NOT_ME)) {
            suppressed(reason);
            int before = subjects(ADA).size();
            signsUp(ADA);
            subscribers.askToLeave(EmailAddress.parse(ADA), "test");
            readers.haveTheirLetters();

            assertThat(subjects(ADA)).as(reason.name()).hasSize(before);
        }
    }

    @Test
    void thisWasNotMeHoldsForAYear() {
        suppressed(Suppression.NOT_ME);
        int before = subjects(ADA).size();
        clock.advance(Duration.ofDays(366));
        signsUp(ADA);

        assertThat(subjects(ADA)).hasSize(before + 1).endsWith(CONFIRM);
    }

    @Test
    void whoseMailCameBackIsTriedOnceInThirtyDays() {
        suppressed(Suppression.HARD_BOUNCE);
        int before = subjects(ADA).size();
        clock.advance(Duration.ofDays(2));
        signsUp(ADA);
        clock.advance(Duration.ofDays(2));
        signsUp(ADA);
        assertThat(subjects(ADA)).hasSize(before + 1).endsWith(CONFIRM);

        clock.advance(Duration.ofDays(31));
        signsUp(ADA);
        assertThat(subjects(ADA)).hasSize(before + 2);
    }

    @Test
    void anInboxGetsThreeADayUnderWhicheverOfItsNames() {
        for (String name : List.of("a.da", "ada", "ada+1", "ADA", "ada+2", "a.d.a+3")) {
            signsUp(name + "@gmail.com");
            signsUp(name + "@googlemail.com");
        }

        assertThat(database.sql("select count(*) from evidence where what = 'confirmation mailed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void anInboxGetsThreeADayOverAllDoorsTogether() {
        readers.confirmed(ADA);
        readers.haveTheirLetters();
        signsUp(ADA);
        asksForTheWayOut("ADA+news@example.org"); // which is not on the list
        asksForTheWayOut(ADA);
        asksForTheWayOut(ADA);
        signsUp(ADA);

        assertThat(subjects(ADA)).hasSize(3).endsWith(ALREADY, WAY_OUT);
        assertThat(readers.acts(readers.find(ADA)))
                .containsSubsequence(
                        "signed up", "signed up", "asked to leave", "asked to leave too often", "signed up too often");
    }

    @Test
    void anInboxGetsSixInThirtyDays() {
        for (int day = 0; day < 10; day++) {
            signsUp(ADA);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(subjects(ADA)).hasSize(6);

        clock.advance(Duration.ofDays(30));
        signsUp(ADA);
        assertThat(subjects(ADA)).hasSize(7);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRelayThatIsAwayIsOneLineInTheLogAndTheLetterComesLater(CapturedOutput output) {
        MailServer.goesAway();
        try {
            subscribers.signUp(EmailAddress.parse(ADA), "", "en", "test");
            Eventually.eventually(
                    "the log tells",
                    () -> output.getOut().contains("The relay did not take the confirmation mail to a…@example.org"));
        } finally {
            MailServer.comesBack();
        }
        clock.advance(Duration.ofMinutes(1));
        readers.haveTheirLetters();

        assertThat(subjects(ADA)).containsExactly(CONFIRM);
        assertThat(output).doesNotContain("Unhandled exception", "NotTaken");
    }

    @Test
    void aMailIsNotedWithTheTemplatesThatItIsMadeFromAndASignUpWithTheWordsOfThePage() {
        signsUp(ADA);

        assertThat(subscribers.evidence(readers.find(ADA).id()))
                .extracting(Evidence::what, Evidence::version)
                .containsExactly(
                        tuple("signed up", textVersion.ofPages()),
                        tuple(
                                "confirmation mailed",
                                templates.hash("confirmation").substring(0, 12)));
    }

    private void signsUp(String address) {
        subscribers.signUp(EmailAddress.parse(address), "", "en", "test");
        readers.haveTheirLetters();
    }

    private void asksForTheWayOut(String address) {
        subscribers.askToLeave(EmailAddress.parse(address), "test");
        readers.haveTheirLetters();
    }

    private void suppressed(Suppression reason) {
        subscribers.suppress(readers.waiting(ADA).id(), reason, "test");
        readers.haveTheirLetters();
    }

    private static List<String> subjects(String address) {
        return ReceivedMail.inboxOf(address).stream().map(ReceivedMail::subject).toList();
    }
}
