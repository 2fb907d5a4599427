package com.newgroktimes.digest.delivery;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.FullDisk;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** A database that is there, and does not do what a run asks of it. */
@DigestTest
class RunInTroubleTest {

    private static final int READERS = 20;
    private static final String FULL =
            "Paused by the safety stop. The disk of the database is full. Make room on it, then resume.";

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    HikariDataSource pool;

    private Newsroom newsroom;
    private Edition edition;

    @BeforeEach
    void hasAnEdition() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(READERS);
        edition = newsroom.hasAnEdition();
    }

    @AfterEach
    void isWellAgain() {
        TestDatabase.comesBack(pool.getJdbcUrl());
    }

    /** While the list is made, and at a claim. */
    @ParameterizedTest
    @ValueSource(strings = {"insert", "update"})
    void aFullDiskPausesTheRunUntilThereIsRoom(String change) {
        try (FullDisk full = FullDisk.at(change, "delivery", database)) {
            sends();

            newsroom.awaits(edition, EditionState.PAUSED);
            assertThat(reason()).isEqualTo(FULL);
        }
        goesOn();
    }

    /** Nobody is mailed twice, since the run keeps in mind what it could not write down. */
    @Test
    void whatTheRelayAnsweredIsWrittenDownOnceThereIsRoom() {
        try (FullDisk full = FullDisk.at("insert", "delivery_answer", database)) {
            sends();

            newsroom.awaits(edition, EditionState.PAUSING);
            assertThat(reason()).isEqualTo(FULL);
        }
        newsroom.awaits(edition, EditionState.PAUSED);
        goesOn();
    }

    private void goesOn() {
        deliveries.resume(edition.number(), "ana");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(reason()).isNull();
        assertThat(MailServer.received()).hasSize(READERS);
    }

    /** The pages have theirs, and can say what is the matter. */
    @Test
    void aRunThatGetsNoConnectionSaysSoWhileTheListIsToBeMade() {
        TestDatabase.letsNobodyIn(pool.getJdbcUrl());

        sends();

        eventually(
                "it is told",
                () -> String.valueOf(reason())
                        .equals(
                                "The database does not answer. Nobody is mailed meanwhile, and it goes on by itself afterwards."));
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.PREPARING);

        TestDatabase.comesBack(pool.getJdbcUrl());
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(reason()).isNull();
    }

    private void sends() {
        deliveries.send(edition.number(), READERS, edition.contentHash(), null, "ana");
    }

    private @Nullable String reason() {
        return editions.get(edition.number()).reason();
    }
}
