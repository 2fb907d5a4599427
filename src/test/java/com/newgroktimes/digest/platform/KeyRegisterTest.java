package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeyRegisterTest {

    @TempDir
    Path directory;

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final KeyRegister register = new KeyRegister(database, Clock.systemUTC());

    @Test
    void theFirstStartMakesAKeyAndRemembersItsFingerprint() {
        Keys keys = register.admit(file("secrets"));

        assertThat(remembered()).containsExactly(keys.newest().fingerprint());
        assertThat(register.admit(file("secrets")).newest().fingerprint())
                .isEqualTo(keys.newest().fingerprint());
    }

    @Test
    void aUsedDatabaseRefusesOtherKeys() {
        register.admit(file("secrets"));
        file("stranger").make();

        assertThatThrownBy(() -> register.admit(file("stranger")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(directory.resolve("stranger").toString())
                .satisfies(e -> assertThat(((StartRefused) e).remedy()).contains("digest.secret-file"));
    }

    @Test
    void aUsedDatabaseMakesNoNewKeyWhereTheFileIsMissing() {
        register.admit(file("secrets"));

        assertThatThrownBy(() -> register.admit(file("missing"))).isInstanceOf(StartRefused.class);
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void aNewKeyBeforeAKnownOneIsTakenIn() throws IOException {
        register.admit(file("secrets"));
        file("new").make();
        String both = Files.readString(directory.resolve("new")) + Files.readString(directory.resolve("secrets"));
        Files.writeString(directory.resolve("secrets"), both);

        Keys keys = register.admit(file("secrets"));

        assertThat(keys.all()).hasSize(2);
        assertThat(remembered()).hasSize(2).contains(keys.newest().fingerprint());
    }

    private SecretFile file(String name) {
        return new SecretFile(directory.resolve(name));
    }

    private Iterable<String> remembered() {
        return database.sql("select fingerprint from secret_key")
                .query(String.class)
                .list();
    }
}
