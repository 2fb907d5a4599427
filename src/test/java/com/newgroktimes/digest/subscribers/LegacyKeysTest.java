package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.platform.TablesToRewrite;
import com.newgroktimes.digest.platform.TestKeys;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class LegacyKeysTest {

    private static final LegacyKeys.Key KEY = new LegacyKeys.Key("old-number-7", "ada@example.org");

    @Autowired
    private LegacyKeys keys;

    @Autowired
    private PlainHashes hashes;

    @Autowired
    private TablesToRewrite rewritten;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    private long ada;

    @BeforeEach
    void isHere() {
        ada = readers.confirmed(KEY.address()).id();
    }

    @Test
    void whoHasADumpFindsNoKeyInItByTrying() {
        keys.keep(List.of(KEY));
        subscribers.erase(ada, "test");

        assertThat(keptByThePlainHash()).isZero();
        assertThat(keys.reader(KEY.key())).contains(ada);
    }

    @Test
    void whatAnEarlierReleaseKeptIsFoundBeforeAndAfterTheStartThatMarksIt() {
        keptByAnEarlierRelease();
        assertThat(keys.reader(KEY.key())).contains(ada);
        keys.keep(List.of(KEY));
        assertThat(kept()).isEqualTo(1);

        hashes.markAll();

        assertThat(keys.reader(KEY.key())).contains(ada);
        assertThat(keptByThePlainHash()).isZero();
        assertThat(kept()).isEqualTo(1);
        assertThat(database.sql("select name from table_to_rewrite")
                        .query(String.class)
                        .list())
                .contains("legacy_key");
    }

    @Test
    void whatAnotherNodeKeptMeanwhileStays() {
        keys.keep(List.of(KEY));
        keptByAnEarlierRelease();

        hashes.markAll();

        assertThat(kept()).isEqualTo(1);
        assertThat(keys.reader(KEY.key())).contains(ada);
    }

    @Test
    void anOldKeyOfTheSecretFileStillFindsWhatItMarked() {
        by(new LegacyMarks(TestKeys.keys())).keep(List.of(KEY));
        LegacyKeys rotated = by(new LegacyMarks(TestKeys.rotatedKeys()));

        assertThat(rotated.reader(KEY.key())).contains(ada);
        rotated.keep(List.of(KEY));
        assertThat(kept()).isEqualTo(1);
    }

    private LegacyKeys by(LegacyMarks marks) {
        return new LegacyKeys(database, marks, rewritten);
    }

    private void keptByAnEarlierRelease() {
        database.sql("insert into legacy_key (hash, subscriber) values (sha256(convert_to(:key, 'UTF8')), :ada)")
                .param("key", KEY.key())
                .param("ada", ada)
                .update();
    }

    private long keptByThePlainHash() {
        return database.sql(
                        "select count(*) from legacy_key where key is null or hash = sha256(convert_to(:key, 'UTF8'))")
                .param("key", KEY.key())
                .query(Long.class)
                .single();
    }

    private long kept() {
        return database.sql("select count(*) from legacy_key").query(Long.class).single();
    }
}
