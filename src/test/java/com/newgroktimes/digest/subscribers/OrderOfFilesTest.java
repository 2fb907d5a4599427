package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has several files of one old list need not think about which to send first. */
@DigestTest
class OrderOfFilesTest {

    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    @Autowired
    private Imports imports;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyOrderOfTheFilesGivesTheSameTable(long seed) {
        Random random = new Random(seed);
        List<String> files = List.of(file(random), file(random), file(random));

        List<String> expected = table(files, ORDERS[0]);

        assertThat(expected).hasSizeGreaterThan(10);
        for (int[] order : ORDERS) {
            assertThat(table(files, order))
                    .as("seed %d, order %s", seed, Arrays.toString(order))
                    .isEqualTo(expected);
        }
    }

    @Test
    void nobodyIsMailedWhoseTwinInAnotherCaseMustNotBeWhicheverFileComesFirst() {
        String confirmed = """
                email,state,confirmed_at,evidence
                Ada@example.org,CONFIRMED,2024-03-01,By letter
                ada+news@example.org,CONFIRMED,2024-03-01,By letter
                """;
        String complained = "email,suppressed_reason\nada@example.org,COMPLAINT\n";

        for (List<String> files : List.of(List.of(confirmed, complained), List.of(complained, confirmed))) {
            table(files, new int[] {0, 1});

            assertThat(database.sql("select address from reader")
                            .query(String.class)
                            .list())
                    .containsExactly("ada+news@example.org");
        }
    }

    @Test
    void whoSignedUpHereIsNotStoppedByAFileThatNamesATwin() {
        readers.confirmed("Ada@example.org");

        imports.take(bytes("email,suppressed_reason\nada@example.org,COMPLAINT\n"), "ana");

        assertThat(readers.find("Ada@example.org").onTheList()).isTrue();
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> table(List<String> files, int[] order) {
        database.sql("truncate subscriber, evidence, subscriber_import restart identity cascade")
                .update();
        for (int file : order) {
            imports.take(bytes(files.get(file)), "ana");
        }
        return database.sql("""
                        select concat_ws(' ', address, state, confirmed_at, left_at, suppressed, suppressed_at)
                          from subscriber
                         where address is not null /* the others are erased */
                         order by address collate "C"
                        """).query(String.class).list();
    }

    private static String file(Random random) {
        var file = new StringBuilder("email,state,confirmed_at,evidence,left_at,suppressed_reason,suppressed_at\n");
        for (int line = 0; line < 40; line++) {
            SubscriberState state = SubscriberState.values()[random.nextInt(3)];
            boolean dated = random.nextBoolean();
            boolean left = state == SubscriberState.UNSUBSCRIBED && random.nextBoolean();
            boolean suppressed = random.nextInt(4) == 0;
            file.append("reader%d@example.org,%s,%s,%s,%s,%s,%s\n"
                    .formatted(
                            random.nextInt(20),
                            state,
                            dated ? day(random) : "",
                            dated ? "By letter" : "",
                            left ? day(random) : "",
                            suppressed ? Suppression.values()[random.nextInt(5)] : "",
                            suppressed ? day(random) : ""));
        }
        return file.toString();
    }

    private static String day(Random random) {
        return "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
