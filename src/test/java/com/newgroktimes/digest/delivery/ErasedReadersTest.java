package com.newgroktimes.digest.delivery;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the ledger and the tests keep of whoever has been erased. */
@DigestTest
class ErasedReadersTest {

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @Test
    void theLedgerKeepsWhatBecameOfThemWithoutAServersWords() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.confirmed("ben@example.org");
        Newsroom newsroom = new Newsroom(stories, editions, database);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        database.sql("update delivery_answer set reply = 'to YWRhQGV4YW1wbGUub3Jn'")
                .update();

        subscribers.erase(ada.id(), "ana");

        assertThat(deliveries.progress(edition.number()).counts()).containsEntry(DeliveryState.ACCEPTED, 2L);
        assertThat(database.sql("select subscriber from delivery_answer where reply is null and code is not null")
                        .query(Long.class)
                        .list())
                .containsExactly(ada.id());
    }

    @Test
    void aDomainIsNamedNoMoreOnceNobodyElseOfItIsInTheEdition() {
        Subscriber ada = readers.confirmed("ada@small.example.net");
        Subscriber ben = readers.confirmed("ben@large.example.net");
        readers.confirmed("eve@large.example.net");
        Newsroom newsroom = new Newsroom(stories, editions, database);
        Edition edition = newsroom.hasAnEdition();
        deliveries.send(edition.number(), 3, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        readers.confirmed("new@small.example.net"); // who has no copy

        subscribers.erase(ben.id(), "ana");
        subscribers.erase(ada.id(), "ana");

        assertThat(deliveries.destinations(edition.number()))
                .extracting(DestinationProgress::domain, told -> told.counts().get(DeliveryState.ACCEPTED))
                .containsExactly(tuple("large.example.net", 2L), tuple("", 1L));
        assertThat(deliveries.progress(edition.number()).counts()).containsEntry(DeliveryState.ACCEPTED, 3L);
        assertThat(namesOf("small.example.net")).isZero();
    }

    @Test
    void whereTheLedgerIsDroppedADomainIsNamedWhileItHasReaders() {
        Subscriber ada = readers.confirmed("ada@small.example.net");
        Subscriber ben = readers.confirmed("ben@small.example.net");
        database.sql(
                        "insert into delivery_total (edition, destination, domain, accepted) values (1, 1, 'small.example.net', 2)")
                .update();

        subscribers.erase(ada.id(), "ana");
        assertThat(namesOf("small.example.net")).isEqualTo(1);
        subscribers.erase(ben.id(), "ana");
        assertThat(namesOf("small.example.net")).isZero();
    }

    /** Of a domain that is too small to be told apart, it is known from nothing else. */
    @Test
    void whatASmallDomainSaidIsForgottenWithItsReader() {
        Subscriber ada = readers.confirmed("ada@small.example.net");
        database.sql("""
                        insert into destination_brake (edition, domain, kind, until, since, reply)
                        values (1, 'small.example.net', 'ASIDE', now() + interval '1 hour', now(), '550 5.7.1 Not from you')
                        """).update();

        subscribers.erase(ada.id(), "ana");

        assertThat(database.sql("select count(*) from destination_brake")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long namesOf(String domain) {
        return database.sql("select count(*) from delivery_total where domain = :domain")
                .param("domain", domain)
                .query(Long.class)
                .single();
    }

    @Test
    void whoeverStillWaitsForTheirCopyIsLeftOut() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(20);
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        MailServer.forgets();
        Edition edition = newsroom.hasAnEdition();
        MailServer.takesOnly(1);
        deliveries.send(edition.number(), 21, edition.contentHash(), null, "ana");
        eventually("the first has it", () -> !MailServer.received().isEmpty());

        subscribers.erase(ada.id(), "ana");
        MailServer.takesEverything();
        newsroom.awaits(edition, EditionState.SENT);

        assertThat(ReceivedMail.inboxOf("ada@example.org")).isEmpty();
        assertThat(deliveries.progress(edition.number()).counts())
                .containsEntry(DeliveryState.ACCEPTED, 20L)
                .containsEntry(DeliveryState.SKIPPED, 1L);
    }

    @Test
    void noTestBringsTheirAddressBack() {
        subscribers.erase(readers.confirmed("ada@example.org").id(), "ana");
        Edition edition = new Newsroom(stories, editions, database).hasAnEdition();

        TestSend test = deliveries.test(
                edition.number(),
                new Variant("en", "html", List.of()),
                TestAddresses.parse(List.of("ada@example.org", "ADA@example.org", "eve@example.org")),
                "ana");

        assertThat(test.copies())
                .extracting(TestCopy::email, TestCopy::code)
                .startsWith(tuple(null, "ERASED"), tuple(null, "ERASED"))
                .hasSize(3);
        assertThat(database.sql("select count(*) from test_copy where address ilike 'ada%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void testsNameThemNoMore() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        Edition edition = newsroom.hasAnEdition();
        deliveries.test(
                edition.number(),
                new Variant("en", "html", List.of()),
                TestAddresses.parse(List.of("ADA@example.org", "eve@example.org")),
                "ana");
        Subscriber ada = readers.confirmed("ada@example.org");

        subscribers.erase(ada.id(), "ana");

        assertThat(database.sql(
                                "select coalesce(address, subscriber::text) || coalesce(reply, '') from test_copy order by id")
                        .query(String.class)
                        .list())
                .element(0)
                .isEqualTo(String.valueOf(ada.id()));
        assertThat(database.sql("select address from test_copy where address is not null")
                        .query(String.class)
                        .list())
                .containsExactly("eve@example.org");
    }
}
