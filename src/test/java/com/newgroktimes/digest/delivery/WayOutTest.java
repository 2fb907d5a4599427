package com.newgroktimes.digest.delivery;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is mailed on while people cannot leave. */
@DigestTest
class WayOutTest {

    @LocalServerPort
    int port;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    Readers readers;

    @Autowired
    ReaderLinks links;

    @Autowired
    JdbcClient database;

    Newsroom newsroom;
    Edition edition;
    URI wayOut;

    @BeforeEach
    void anEditionIsBeingSent() {
        newsroom = new Newsroom(stories, editions, database);
        edition = newsroom.hasAnEdition();
        wayOut = links.unsubscribe(readers.confirmed("ada@example.org").id());
        readers.confirmed("ben@example.org"); // who stays: without anybody left to mail, the edition would end
        MailServer.goesAway();
        deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENDING);
    }

    @AfterEach
    void mend() {
        MailServer.comesBack();
        database.sql("drop trigger if exists broken on subscriber").update();
    }

    @Test
    void whatIsBeingSentPausesOnceTheWayOutFailsAgainAndAgain() {
        database.sql("""
                        create or replace function broken() returns trigger language plpgsql as $$
                        begin raise exception 'broken on purpose'; end $$
                        """).update();
        database.sql("create trigger broken before update on subscriber for each row execute function broken()")
                .update();

        for (int i = 0; i < 5; i++) { // failures of other tests may count, too
            assertThat(leaves()).isEqualTo(500);
        }

        newsroom.awaits(edition, EditionState.PAUSED);
        assertThat(editions.get(edition.number()).reason()).contains("5 people who wanted to leave");
    }

    @Test
    void peopleWhoLeaveDoNotStopIt() {
        for (int i = 0; i < 10; i++) {
            assertThat(leaves()).isEqualTo(200);
        }
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SENDING);
    }

    private int leaves() {
        return new Visitor(port)
                .posts(wayOut, Map.of("List-Unsubscribe", "One-Click"))
                .status();
    }
}
