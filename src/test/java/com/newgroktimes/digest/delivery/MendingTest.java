package com.newgroktimes.digest.delivery;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.run.RunInHand;
import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionChange;
import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Wish;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** An edition that goes wrong on its way is paused, put right, and goes on. */
@DigestTest
class MendingTest {

    private static final int READERS = 50;
    private static final int IN_HAND = 4;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Archive archive;

    @Autowired
    private DeliveryLedger ledger;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MendedEdition mended;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BeanFactory service;

    private Newsroom newsroom;
    private Edition edition;

    @BeforeEach
    void hasAnEdition() {
        newsroom = new Newsroom(stories, editions, database);
        edition = newsroom.hasAnEdition();
    }

    @AfterEach
    void takesEverythingAgain() {
        MailServer.takesEverything();
    }

    @Test
    void everyoneHasExactlyOneMailAndTheRevisionsAddUp() throws MessagingException {
        long before = pausesAfterTwentyOfFifty();
        Story mended = lead().headed("A headline that was put right");
        stories.put(mended, "test");
        someoneIsPutOff();

        deliveries.revise(1, "ben");
        assertThat(editions.get(1).state()).isEqualTo(EditionState.PAUSED);
        assertThat(editions.get(1).revision()).isEqualTo(2);
        assertThat(editions.get(1).stories().get(0).content().headline()).isEqualTo("A headline that was put right");
        String hash = editions.get(1).contentHash();
        assertThat(hash).isNotEqualTo(edition.contentHash());
        assertThat(archive.findPublished(1).orElseThrow().contentHash()).isEqualTo(edition.contentHash());
        editions.change(
                1,
                hash,
                new EditionChange(Wish.of("Put right: what we got wrong"), Wish.unsaid(), Wish.of("Sorry."), List.of()),
                "ben");
        deliveries.resume(1, "ben");

        newsroom.awaits(edition, EditionState.SENT);
        List<MimeMessage> mails = MailServer.received();
        Map<String, Long> boxes = new TreeMap<>();
        for (MimeMessage mail : mails) {
            boxes.merge(mail.getRecipients(MimeMessage.RecipientType.TO)[0].toString(), 1L, Long::sum);
        }
        assertThat(boxes).hasSize(READERS);
        assertThat(boxes.values()).containsOnly(1L);
        assertThat(count(mails, "Subject", edition.subject())).isEqualTo(before);
        assertThat(count(mails, "Subject", "Put right: what we got wrong")).isEqualTo(READERS - before);
        assertThat(count(mails, "Message-ID", "<1.2.")).isEqualTo(READERS - before);
        List<RevisionProgress> revisions = deliveries.revisions(1);
        assertThat(revisions)
                .extracting(revision -> revision.counts().get(DeliveryState.ACCEPTED))
                .containsExactly(before, READERS - before);
        assertThat(revisions.get(0).revision().contentHash()).isEqualTo(edition.contentHash());
        assertThat(deliveries.list(1, null, 0, READERS).stream()
                        .collect(Collectors.groupingBy(DeliveryEntry::revision, Collectors.counting())))
                .isEqualTo(Map.of(1, before, 2, READERS - before));
        assertThat(deliveries.list(1, null, 0, READERS)).allMatch(entry -> entry.variant() != null);
        assertThat(archive.findPublished(1).orElseThrow().subject()).isEqualTo("Put right: what we got wrong");
    }

    @Test
    void aMendedRevisionIsCheckedAnewAndNotForWhatIsSettled() {
        pausesAfterTwentyOfFifty();
        assertThat(rules()).doesNotContain("link-answers", "test-send");

        deliveries.revise(1, "ben");

        assertThat(rules()).contains("link-answers", "test-send").doesNotContain("audience", "window", "night");
    }

    private List<String> rules() {
        return editions.checks(1).stream().map(Check::rule).toList();
    }

    @Test
    void whatWasGivenUpBeforeIsOfferedAgainAsItIsNow() {
        pausesAfterTwentyOfFifty();
        database.sql(
                        "update delivery set state = 5 /* GAVE_UP */ where subscriber = (select max(subscriber) from delivery)")
                .update();
        deliveries.revise(1, "ben");
        deliveries.resume(1, "ben");
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(deliveries.list(1, DeliveryState.GAVE_UP, 0, READERS))
                .extracting(DeliveryEntry::revision)
                .containsExactly(1);

        deliveries.retry(1, DeliveryState.GAVE_UP, 1, false, "ben");

        newsroom.awaits(edition, EditionState.SENT);
        List<DeliveryEntry> all = deliveries.list(1, DeliveryState.ACCEPTED, 0, READERS);
        assertThat(all).hasSize(READERS);
        assertThat(all.get(READERS - 1).revision()).isEqualTo(2);
        assertThat(MailServer.received()).hasSize(READERS);
    }

    @Test
    void whoWantsWhatAnUpgradeCannotRenderAnyMoreGetsAllSections() {
        stories.put(ofTheWorld(lead()), "test");
        edition = editions.get(1);
        pausesAfterTwentyOfFifty();
        database.sql(
                        "update delivery set state = 5 /* GAVE_UP */ where subscriber = (select max(subscriber) from delivery)")
                .update();
        deliveries.revise(1, "ben");
        deliveries.resume(1, "ben");
        newsroom.awaits(edition, EditionState.SENT);
        database.sql("update subscriber set sections = '{World}' where id = (select max(subscriber) from delivery)")
                .update();
        database.sql("update edition set content_hash = 'of templates before'").update();

        deliveries.retry(1, DeliveryState.GAVE_UP, 1, false, "ben");

        eventually(
                "everyone has it",
                () -> deliveries.list(1, DeliveryState.ACCEPTED, 0, READERS + 1).size() == READERS);
        newsroom.awaits(edition, EditionState.SENT);
    }

    @Test
    void theFiguresOutliveTheLedgersRows() {
        pausesAfterTwentyOfFifty();
        deliveries.revise(1, "ben");
        deliveries.resume(1, "ben");
        newsroom.awaits(edition, EditionState.SENT);
        List<RevisionProgress> before = deliveries.revisions(1);

        ledger.drop(1);

        assertThat(before).hasSize(2);
        assertThat(deliveries.revisions(1)).isEqualTo(before);
    }

    @Test
    void whatIsStoppedByChecksDoesNotGoOn() {
        long before = pausesAfterTwentyOfFifty();
        deliveries.revise(1, "ben");
        List<StoryChange> none = editions.get(1).stories().stream()
                .map(story -> StoryChange.leftOut(story.content().url()))
                .toList();
        editions.change(1, null, EditionChange.of(none), "ben");

        Problem refused = catchThrowableOfType(Problem.class, () -> deliveries.resume(1, "ben"));

        assertThat(refused.kind()).isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refused.properties()).containsKey("checks");
        assertThat(editions.get(1).state()).isEqualTo(EditionState.PAUSED);
        assertThat(editions.get(1).mending()).isTrue();
        editions.change(
                1,
                null,
                EditionChange.of(none.stream()
                        .map(story -> StoryChange.putIn(story.url()))
                        .toList()),
                "ben");
        deliveries.resume(1, "ben");
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(READERS);
        assertThat(before).isLessThan(READERS);
    }

    @Test
    void whatSomeReadersGotGoesIntoNoOtherEdition() {
        pausesAfterTwentyOfFifty();
        Story lead = lead();
        deliveries.revise(1, "ben");
        editions.change(1, null, EditionChange.of(List.of(StoryChange.leftOut(lead.url()))), "ben");
        newsroom.hasStories(Newsroom.LAST_WEEK.plusSeconds(7 * 24 * 3600));
        editions.assemble("current");

        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> editions.change(2, null, EditionChange.of(List.of(StoryChange.putIn(lead.url()))), "ben"));
        stories.withdraw(lead.url());
        deliveries.revise(1, "ben");
        stories.put(lead, "test");

        assertThat(refused.detail()).contains("is in edition 1");
        assertThat(editions.get(2).stories())
                .noneMatch(story -> story.content().url().equals(lead.url()));
    }

    @Test
    void whoseSectionsHaveNothingLeftIsLeftOut() {
        stories.put(ofTheWorld(lead()), "test");
        edition = editions.get(1);
        pausesAfterTwentyOfFifty();
        database.sql("update subscriber set sections = '{World}' where address = 'reader50@example.org'")
                .update();
        stories.withdraw(edition.stories().stream()
                .map(story -> story.content())
                .filter(story -> "World".equals(story.section()))
                .findFirst()
                .orElseThrow()
                .url());

        deliveries.revise(1, "ben");
        deliveries.resume(1, "ben");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(READERS - 1);
        assertThat(deliveries.list(1, DeliveryState.SKIPPED, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.code()).isEqualTo("NOTHING_IN_SECTIONS"));
    }

    @Test
    void onlyWhatIsPausedIsMendedAndOnlyWhatIsMendedIsChanged() {
        Problem early = catchThrowableOfType(Problem.class, () -> deliveries.revise(1, "ben"));
        pausesAfterTwentyOfFifty();
        Problem notYet =
                catchThrowableOfType(Problem.class, () -> editions.change(1, null, EditionChange.of(List.of()), "ben"));

        assertThat(early.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(notYet.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(notYet.detail()).contains("revised");
    }

    /** As a process does that dies before its run begins. */
    @Test
    void oneThatGoesOnAndIsCutShortIsHandedToItsReadersByWhoeverTakesItUp() {
        long before = pausesAfterTwentyOfFifty();
        stories.put(lead().headed("A headline that was put right"), "test");
        deliveries.revise(1, "ben");

        transaction.executeWithoutResult(status -> {
            mended.goesOn(1);
            editions.move(1, EnumSet.of(EditionState.PAUSED), EditionState.SENDING, null);
        });

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(READERS);
        assertThat(deliveries.list(1, null, 0, READERS).stream()
                        .collect(Collectors.groupingBy(DeliveryEntry::revision, Collectors.counting())))
                .isEqualTo(Map.of(1, before, 2, READERS - before));
    }

    @Test
    void whileItsLedgerIsRewrittenOthersChangeEditions() {
        pausesAfterTwentyOfFifty();
        deliveries.revise(1, "ben");
        newsroom.hasStories(Newsroom.LAST_WEEK.plusSeconds(7 * 24 * 3600));
        editions.assemble("current");

        transaction.executeWithoutResult(status -> {
            database.sql("select subscriber from delivery where edition = 1 for update")
                    .query(Long.class)
                    .list();
            new Thread(() -> deliveries.resume(1, "ben")).start();
            eventually(
                    "somebody waits for the ledger",
                    () -> !waiting("transactionid").isEmpty());

            assertThat(waiting("advisory")).isEmpty();
            var note = new EditionChange(Wish.unsaid(), Wish.unsaid(), Wish.of("Hello."), List.of());
            assertThat(CompletableFuture.supplyAsync(() -> editions.change(2, null, note, "ana")))
                    .succeedsWithin(Duration.ofSeconds(20));
        });

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(READERS);
    }

    private List<String> waiting(String locks) {
        return database.sql("select locktype from pg_locks where not granted and locktype = :locks")
                .param("locks", locks)
                .query(String.class)
                .list();
    }

    /** 40 in a hundred have it, and those four whose mails were in hand. */
    private long pausesAfterTwentyOfFifty() {
        newsroom.hasReaders(READERS);
        MailServer.takesOnly(20);
        deliveries.send(1, READERS, editions.get(1).contentHash(), null, "ana");
        eventually("20 have it", () -> MailServer.received().size() == 20);
        deliveries.pause(1, "ben");
        RunInHand.looksAgain(1, service);
        MailServer.takes(IN_HAND);
        newsroom.awaits(edition, EditionState.PAUSED);
        MailServer.takesEverything();
        long before = MailServer.received().size();
        assertThat(before).isBetween(20L, 20L + IN_HAND);
        return before;
    }

    private void someoneIsPutOff() {
        database.sql(
                        "update delivery set state = 3, tries = 1 where edition = 1 and subscriber = (select max(subscriber) from delivery)")
                .update();
        database.sql("""
                        insert into delivery_retry (edition, subscriber, first_tried, due_at)
                        select 1, max(subscriber), '2026-11-25T00:00:00Z', '2026-11-25T00:00:00Z' from delivery
                        """).update();
    }

    private Story lead() {
        return editions.get(1).stories().get(0).content();
    }

    private static Story ofTheWorld(Story story) {
        return new Story(
                story.url(),
                "World",
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                story.image(),
                story.newsSources(),
                story.xPosts());
    }

    private static long count(List<MimeMessage> mails, String header, String beginning) {
        return mails.stream()
                .filter(mail -> header(mail, header).startsWith(beginning))
                .count();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return name.equals("Subject") ? mail.getSubject() : mail.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
