package com.newgroktimes.digest.site;

import java.net.URI;
import java.time.Duration;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** What a reader is told of the editions that went, or did not go, to them. */
@DigestTest
class WhereIsMyMailTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    private long ada;
    private URI settings;

    @BeforeEach
    void isOnTheList() {
        ada = readers.confirmed("ada@example.org").id();
        settings = links.settings(ada, clock.instant());
    }

    @Test
    void nothingIsSaidBeforeAnythingWent() {
        assertThat(new Visitor(port).opens(settings).text()).doesNotContain("Where is my mail?");
    }

    @Test
    void whatTheServerTookIsToldWithItsWords() {
        isSent();
        database.sql("update delivery_answer set reply = '250 2.0.0 Ok: <queued>'")
                .update();

        Element line = line(settings);

        assertThat(line.text())
                .isEqualTo("Edition 1 Taken by your mail server on 25 November 2026 at 10:00 UTC. "
                        + "It said: 250 2.0.0 Ok: <queued>");
        assertThat(line.select("a").attr("href")).isEqualTo("/editions/1");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 5.2.2, MAILBOX_FULL, Refused by your mail server on 25 November 2026 at 10:00 UTC. Your mailbox is full.",
        "GAVE_UP, 4.4.1, UNREACHABLE, 'Given up on 25 November 2026 at 10:00 UTC: your mail server put it off each time. Your mail server could not be reached.'",
        "SKIPPED, BREAK, , Left out. You were on a break.",
        "SKIPPED, NOTHING_IN_SECTIONS, , Left out. There was nothing in the sections that you read.",
        "SKIPPED, COMPLAINT, , Left out. We had been asked not to write to your address.",
        "WAITING, , , Its turn has not come yet.",
        "UNKNOWN, , , Your mail server broke off on 25 November 2026 at 10:00 UTC and did not say whether it had it."
    })
    void soIsWhateverElseBecameOfIt(DeliveryState state, String code, String reason, String told) {
        isSent();
        database.sql("update delivery set state = :state")
                .param("state", state.ordinal())
                .update();
        database.sql("update delivery_answer set code = :code, reply = null, reason = :reason")
                .param("code", code)
                .param("reason", reason)
                .update();

        assertThat(line(settings).text()).startsWith("Edition 1 " + told);
    }

    @Test
    void whatWasPutOffNamesItsNextTry() {
        isSent();
        database.sql("update delivery set state = :state")
                .param("state", DeliveryState.PUT_OFF.ordinal())
                .update();
        database.sql("""
                        insert into delivery_retry (edition, subscriber, first_tried, due_at)
                        select edition, subscriber, changed_at, changed_at + interval '70 minutes' from delivery
                        """).update();

        assertThat(line(settings).text()).contains("Next try: 25 November 2026 at 11:10 UTC.");
        assertThat(line(URI.create(settings + "?lang=de")).text())
                .contains("Nächster Versuch: 25. November 2026 um 11:10 Uhr UTC.");
    }

    /** While a run is going, answers are only added to, and nothing but a setback is looked for among them. */
    @Test
    void whyItWasPutOffIsToldWhileOthersAreStillMailed() {
        isSent();
        database.sql("drop index delivery_answer_1_key").update();
        assertThat(line(settings).text())
                .isEqualTo("Edition 1 Taken by your mail server on 25 November 2026 at 10:00 UTC.");
        database.sql("update delivery set state = :state")
                .param("state", DeliveryState.PUT_OFF.ordinal())
                .update();
        database.sql("update delivery_answer set code = '4.2.2', reply = '452 4.2.2 full', reason = 'MAILBOX_FULL'")
                .update();

        assertThat(line(settings).text()).contains("It said: 452 4.2.2 full");
    }

    @Test
    void othersMailIsNobodysBusiness() {
        isSent();
        clock.advance(Duration.ofMinutes(1));
        long ben = readers.confirmed("ben@example.org").id();

        assertThat(new Visitor(port).opens(links.settings(ben, clock.instant())).text())
                .doesNotContain("Where is my mail?");
    }

    @Test
    void ofAnEditionThatWasStoppedNobodyWaitsForAnotherTry() {
        isSent();
        database.sql("update edition set state = 'STOPPED'").update();
        database.sql("update delivery_answer set reply = '451 4.7.1 Later'").update();
        becomes(DeliveryState.PUT_OFF);
        assertThat(line(settings).text())
                .isEqualTo("Edition 1 Put off by your mail server; the edition was stopped before it was tried again."
                        + " It said: 451 4.7.1 Later");
        becomes(DeliveryState.WAITING);
        assertThat(line(settings).text()).isEqualTo("Edition 1 The edition was stopped before its turn came.");
    }

    @Test
    void whatHasNoTimeOfItsNextTryNamesNone() {
        isSent();
        becomes(DeliveryState.PUT_OFF);

        assertThat(line(settings).text()).contains("Put off by your mail server. It will be tried again.");
    }

    private void becomes(DeliveryState state) {
        database.sql("update delivery set state = :state")
                .param("state", state.ordinal())
                .update();
    }

    private Element line(URI page) {
        return new Visitor(port).opens(page).html().select(".mails li").get(0);
    }

    /** And its answers have their key. */
    private void isSent() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(edition.number(), 1, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        eventually(
                "the edition's ledger is closed",
                () -> database.sql("select to_regclass('delivery_answer_1_key') is not null")
                        .query(Boolean.class)
                        .single());
    }
}
