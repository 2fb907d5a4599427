package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.delivery.run.Waiting.Cause;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.FullDisk;

import static org.assertj.core.api.Assertions.assertThat;

/** On an edition whose run is ours, so that nobody else writes on it. */
@DigestTest
class NoticeTest {

    @Autowired
    Notice notice;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    OwnConnections connections;

    private Waiting waiting;
    private RunLock lock;

    @BeforeEach
    void hasARun() throws Exception {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(1);
        int edition = newsroom.hasAnEdition().number();
        lock = RunLock.take(connections, edition).orElseThrow();
        editions.move(edition, EnumSet.of(EditionState.READY), EditionState.SENDING, null);
        waiting = new Waiting(edition);
    }

    @AfterEach
    void endsIt() {
        editions.move(waiting.edition(), EnumSet.allOf(EditionState.class), EditionState.STOPPED, null);
        lock.close();
    }

    @Test
    void aCauseThatPassesLeavesTheOtherStanding() {
        notice.waits(waiting, Cause.RELAY, "The mail server is away.");
        notice.waits(waiting, Cause.DATABASE, "The database does not answer.");
        assertThat(reason()).isEqualTo("The database does not answer. The mail server is away.");

        notice.goesOn(waiting, Cause.DATABASE);
        assertThat(reason()).isEqualTo("The mail server is away.");

        notice.goesOn(waiting, Cause.RELAY);
        assertThat(reason()).isNull();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWhenItCanBe() {
        try (FullDisk full = FullDisk.at("update", "edition", database)) {
            notice.waits(waiting, Cause.RELAY, "The mail server is away.");
            assertThat(reason()).isNull();
        }

        notice.show(waiting);

        assertThat(reason()).isEqualTo("The mail server is away.");
    }

    @Test
    void whyAnEditionPausesIsNotWrittenOver() {
        editions.move(waiting.edition(), EnumSet.of(EditionState.SENDING), EditionState.PAUSED, "Paused by ana.");

        notice.waits(waiting, Cause.RELAY, "The mail server is away.");

        assertThat(reason()).isEqualTo("Paused by ana.");
    }

    private @Nullable String reason() {
        return editions.get(waiting.edition()).reason();
    }
}
