package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Preferences.Format;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class ExportsTest {

    private static final String COLUMNS = "email,state,confirmed_at,evidence,locale,sections,source,suppressed_reason,"
            + "suppressed_at,signed_up_at,left_at,format,break_until,legacy_key\r\n";

    /** What begins like a formula, what quotes, what CSV itself uses, what is no ASCII. */
    private static final List<String> ODD = List.of(
            "=ada",
            "'=ada",
            "''ada",
            "'ada",
            "+ada",
            "-ada",
            "o'brien",
            "_",
            "1",
            "!#$%&*/?^`{}~",
            "\"ada l\"",
            "\"a..b\"",
            "\"a,b\"",
            "\"a\\\"b\"",
            "\"a@b\"",
            "\u0434\u0430\u043d\u0430");

    @Autowired
    private Exports exports;

    @Autowired
    private Imports imports;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Test
    void whatAnybodyMayHaveAskedTooOftenIsNoProof() {
        Subscriber ada = readers.confirmed("ada@example.org");
        for (int times = 0; times < 4; times++) {
            subscribers.askForLink(ada.id(), Errand.COPY, "test");
            subscribers.askForNewAddress(ada.id(), EmailAddress.parse("ada@example.net"), "test");
        }

        assertThat(readers.acts(ada)).contains("asked for a link too often", "asked for a change of address too often");
        assertThat(export()).doesNotContain("too often");
    }

    @Test
    void aReaderIsALineThatTellsHowWeKnow() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.haveTheirLetters();
        subscribers.suppress(ada.id(), Suppression.COMPLAINT, "the relay");

        assertThat(export().replaceAll(", text [0-9a-f]{12}", "").replaceAll(" \\| [^|]* mailed, from mail", ""))
                .isEqualTo(COLUMNS
                        + "ada@example.org,CONFIRMED,2026-11-25T10:00:00Z,\"2026-11-25T10:00:00Z signed up, from test"
                        + " | 2026-11-25T10:00:00Z confirmed, from test"
                        + " | 2026-11-25T10:00:00Z suppressed: COMPLAINT, from the relay\",en,,site,COMPLAINT,"
                        + "2026-11-25T10:00:00Z,2026-11-25T10:00:00Z,,html,,\r\n");
    }

    @Test
    void oneStateAlone() {
        readers.confirmed("ada@example.org");
        readers.waiting("ben@example.org");

        assertThat(export(Optional.of(SubscriberState.PENDING)))
                .contains("ben@example.org")
                .doesNotContain("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatGoesOutAndComesInAgainIsTheSameToTheByte(long seed) {
        Random random = new Random(seed);
        ODD.forEach(local -> somebody(local + "@list.example", random));
        imports.take(csv("""
                        email,state,confirmed_at,evidence,left_at
                        eve@example.org,CONFIRMED,2024-03-01T09:30:00.123Z,"=1+1, ""by"" \t letter | again
                        and again",
                        fay@example.org,UNSUBSCRIBED,2024-03-01T09:30:00.123456Z,Card; line 3 PENDING,2025-01-01
                        gus@example.org,CONFIRMED,2024-03-01,''@card,
                        gus@example.org,UNSUBSCRIBED,,"told us, by: phone",
                        hal@example.org,,,,
                        """), "ana");
        readers.haveTheirLetters();
        String first = export();

        database.sql("truncate subscriber, evidence, subscriber_import restart identity cascade")
                .update();
        clock.advance(Duration.ofDays(3));
        ImportReport report = imports.take(csv(first), "ben");

        assertThat(report.leftOut()).isEmpty();
        assertThat(report.unproven()).isZero();
        assertThat(export()).isEqualTo(first);
        assertThat(first)
                .contains("\n'=ada@", "\n''=ada@", "\n'''ada@", "\n''ada@", "\n'+ada@", "\n'-ada@", "\"\"\"a,b\"\"@");
    }

    private void somebody(String address, Random random) {
        Subscriber reader = random.nextBoolean() ? readers.confirmed(address) : readers.waiting(address);
        if (random.nextInt(3) == 0) {
            subscribers.prefer(
                    reader.id(),
                    new Preferences(
                            random.nextBoolean() ? Format.TEXT : Format.HTML,
                            List.of("World", "Culture", "Business, too"),
                            random.nextBoolean() ? null : Instant.parse("2031-01-01T00:00:00Z")),
                    "192.0.2.0/24");
        }
        if (random.nextInt(3) == 0) {
            subscribers.leave(reader.id(), "192.0.2.0/24");
        }
        if (random.nextInt(4) == 0) {
            List<Suppression> reasons =
                    List.of(Suppression.HARD_BOUNCE, Suppression.NOT_ME, Suppression.COMPLAINT, Suppression.OPERATOR);
            subscribers.suppress(reader.id(), reasons.get(random.nextInt(reasons.size())), "test");
        }
    }

    private String export() {
        return export(Optional.empty());
    }

    private String export(Optional<SubscriberState> state) {
        var csv = new StringBuilder();
        exports.write(state, csv);
        return csv.toString();
    }

    private static ByteArrayInputStream csv(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
