package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** An old list knows nothing of what its readers did here since. */
@DigestTest
class SameFileAgainTest {

    @Autowired
    private Imports imports;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state,left_at\nada@example.org,UNSUBSCRIBED,2020-01-01",
                "state\nada@example.org,UNSUBSCRIBED",
                "suppressed_reason,suppressed_at\nada@example.org,HARD_BOUNCE,2020-01-01",
                "suppressed_reason\nada@example.org,HARD_BOUNCE",
                "suppressed_reason,suppressed_at\nada@example.org,NOT_ME,2020-01-01",
                "suppressed_reason,suppressed_at\nada@example.org,ERASED,2020-01-01"
            })
    void whoConfirmedSinceStaysOnTheList(String rest) {
        String file = "email," + rest + "\n";
        take(file);
        clock.advance(Duration.ofDays(40));
        readers.confirmed("ada@example.org");
        clock.advance(Duration.ofDays(1));

        assertThat(rehearse(file).changed()).isZero();
        assertThat(take(file).changed()).isZero();
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
    }

    @Test
    void whatHappenedAfterTheyConfirmedHolds() {
        readers.confirmed("ada@example.org");
        readers.confirmed("ben@example.org");
        clock.advance(Duration.ofDays(40));
        String since = clock.instant().minus(Duration.ofDays(1)).toString();

        take(
                "email,state,left_at,suppressed_reason,suppressed_at\nada@example.org,UNSUBSCRIBED,%s,,\nben@example.org,,,COMPLAINT,%s\n"
                        .formatted(since, since));

        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
        assertThat(readers.find("ben@example.org").suppressed()).isEqualTo(Suppression.COMPLAINT);
    }

    @Test
    void anAddressThatItsReaderHasLeftForAnotherDoesNotComeBack() {
        String file = "email,state,confirmed_at,evidence\nada@example.org,CONFIRMED,2024-03-01,By letter\n";
        take(file);
        subscribers.askForNewAddress(
                readers.find("ada@example.org").id(), EmailAddress.parse("ada@example.net"), "test");
        readers.haveTheirLetters();
        List<ReceivedMail> mails = ReceivedMail.inboxOf("ada@example.net");
        subscribers.changeAddress(
                mails.get(mails.size() - 1).link("/settings/").getPath().substring("/settings/".length()), "test");

        for (ImportReport report : List.of(rehearse(file), take(file))) {
            assertThat(report.added()).isZero();
            assertThat(report.leftOut())
                    .singleElement()
                    .satisfies(line -> assertThat(line.reason()).contains("has the digest at another now"));
        }
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4000-01-01", "0000-01-01", "+999999-01-01", "1969-12-31", "2200-01-02"})
    void aBreakThatEndsInNoneOfOurTimesIsLeftOut(String date) {
        String file = "email,break_until\nada@example.org,%s\nben@example.org,2031-01-01\n".formatted(date);

        for (ImportReport report : List.of(rehearse(file), take(file))) {
            assertThat(report.added()).isEqualTo(1);
            assertThat(report.leftOut())
                    .singleElement()
                    .satisfies(line -> assertThat(line.reason()).contains("break_until"));
        }
    }

    @Test
    void aTwinOfSomebodyErasedFarAboveIsLeftOutInADryRunToo() {
        String file = "email,suppressed_reason\nada7@example.org,ERASED\n"
                + IntStream.range(0, 500)
                        .mapToObj("x%d@example.org,\n"::formatted)
                        .collect(Collectors.joining())
                + "ADA7@example.org,HARD_BOUNCE\n";

        assertSame(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDryRunCountsWhatTheRunDoes(long seed) {
        Random random = new Random(seed);
        List<String> states = List.of(
                "CONFIRMED,2024-03-01,By letter,,",
                "PENDING,,,,",
                "UNSUBSCRIBED,,,,",
                ",,,HARD_BOUNCE,2024-01-01",
                ",,,COMPLAINT,2024-01-01",
                ",,,ERASED,2024-01-01");
        String file = IntStream.range(0, 1_800)
                .mapToObj(i -> {
                    String name = "ada" + random.nextInt(300);
                    return (random.nextInt(5) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name) + "@example.org,"
                            + states.get(random.nextInt(states.size()));
                })
                .collect(Collectors.joining(
                        "\n", "email,state,confirmed_at,evidence,suppressed_reason,suppressed_at\n", "\n"));

        assertSame(file);
    }

    private void assertSame(String file) {
        ImportReport rehearsed = rehearse(file);
        ImportReport taken = take(file);
        assertThat(List.of(taken.added(), taken.changed(), taken.unchanged(), taken.leftOut()))
                .isEqualTo(List.of(rehearsed.added(), rehearsed.changed(), rehearsed.unchanged(), rehearsed.leftOut()));
        ImportReport again = take(file);
        assertThat(List.of(again.added(), again.changed())).isEqualTo(List.of(0L, 0L));
    }

    private ImportReport take(String file) {
        return imports.take(bytes(file), "test");
    }

    private ImportReport rehearse(String file) {
        return imports.rehearse(bytes(file));
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
