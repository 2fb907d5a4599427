package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class MachineMarksTest {

    private static final String GATEWAY = "192.0.2.0/24";
    private static final List<Instant> NEVER = List.of();

    @Autowired
    private MachineMarks marks;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT10S, true", "PT11S, false"})
    void aConfirmationRightAfterItsMailMayBeAMachines(Duration later, boolean marked) {
        Subscriber ada = readers.waiting("ada@example.org");
        readers.haveTheirLetters();
        clock.advance(later);

        confirm(ada);

        assertThat(marks.among(subscribers.evidence(ada.id()), ada.id(), NEVER).stream()
                        .map(Evidence::act))
                .isEqualTo(marked ? List.of(Act.CONFIRMED) : List.of());
        assertThat(subscribers.find(ada.id()).orElseThrow().onTheList()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "10, true", "11, false"})
    void aDepartureRightAfterAnEditionMayBeAMachines(int secondsAfterIt, boolean marked) {
        Subscriber ada = confirmedLongAgo("ada@example.org");
        Instant mailed = clock.instant().minusSeconds(secondsAfterIt);

        subscribers.leave(ada.id(), GATEWAY);

        assertThat(marks.among(subscribers.evidence(ada.id()), ada.id(), List.of(mailed))
                        .isEmpty())
                .isEqualTo(!marked);
    }

    @Test
    void fiveOfADomainWhoLeaveAtOnceFromOneNetworkMayBeAMachine() {
        List<Subscriber> staff = staffOf("example.com", 5);
        Subscriber elsewhere = confirmedLongAgo("eve@example.net");
        Subscriber atHome = confirmedLongAgo("zoe@example.com");

        staff.forEach(reader -> {
            clock.advance(Duration.ofSeconds(1));
            subscribers.leave(reader.id(), GATEWAY);
        });
        subscribers.leave(elsewhere.id(), GATEWAY);
        subscribers.leave(atHome.id(), "198.51.100.0/24");

        assertThat(staff).allSatisfy(reader -> assertThat(marked(reader)).isTrue());
        assertThat(marked(elsewhere)).isFalse();
        assertThat(marked(atHome)).isFalse();
    }

    @Test
    void fourOfADomainOrFiveInTheirOwnTimeAreReaders() {
        List<Subscriber> four = staffOf("example.com", 4);
        four.forEach(reader -> subscribers.leave(reader.id(), GATEWAY));
        List<Subscriber> five = staffOf("example.net", 5);
        five.forEach(reader -> {
            clock.advance(Duration.ofSeconds(21));
            subscribers.leave(reader.id(), GATEWAY);
        });

        assertThat(four).noneMatch(this::marked);
        assertThat(five).noneMatch(this::marked);
    }

    private boolean marked(Subscriber reader) {
        return !marks.among(subscribers.evidence(reader.id()), reader.id(), NEVER)
                .isEmpty();
    }

    private List<Subscriber> staffOf(String domain, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> confirmedLongAgo("reader%d@%s".formatted(number, domain)))
                .toList();
    }

    /** By a mail that came an hour before they pressed. */
    private Subscriber confirmedLongAgo(String address) {
        Subscriber reader = readers.waiting(address);
        readers.haveTheirLetters();
        clock.advance(Duration.ofHours(1));
        confirm(reader);
        readers.haveTheirLetters(); // the welcome is a mail, too
        clock.advance(Duration.ofHours(1));
        return reader;
    }

    private void confirm(Subscriber reader) {
        String path = links.confirm(reader.id(), clock.instant()).getPath();
        subscribers.confirm(path.substring("/confirm/".length()), GATEWAY);
    }
}
