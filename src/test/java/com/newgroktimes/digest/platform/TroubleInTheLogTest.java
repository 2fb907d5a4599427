package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleInTheLogTest {

    private final SQLException away = new SQLException("Connection refused.\nAnd more.", "08001");
    private final SQLException full = new SQLException("ERROR: No space left on device", "53100");

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private long now = 1;

    @BeforeEach
    void isListenedTo() {
        context.addTurboFilter(new TroubleInTheLog(() -> now));
        told.setContext(context);
        told.start();
        context.getLogger("ROOT").addAppender(told);
        context.getLogger("ROOT").setLevel(Level.INFO);
    }

    @Test
    void oneLineAtOnceAndThenOneAMinuteWithHowOften() {
        Logger loop = context.getLogger("loop");
        for (int turn = 0; turn < 60; turn++) {
            loop.error("The run of edition {} broke off.", 3, new DataAccessResourceFailureException("cut off", away));
        }
        passes(Duration.ofMinutes(1));
        loop.error("The run of edition {} broke off.", 3, away);

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The run of edition 3 broke off: The database does not answer. It says: Connection refused.",
                        "The run of edition 3 broke off: The database does not answer. It says: Connection refused."
                                + " (59 more since it was told last)");
        assertThat(told.list).allSatisfy(line -> {
            assertThat(line.getThrowableProxy()).isNull();
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
        });
    }

    @Test
    void anotherPlaceAndAnotherTroubleAreToldAtOnce() {
        context.getLogger("loop").warn("Not written", away);
        context.getLogger("other").warn("Not read", away);
        context.getLogger("loop").warn("Not written", full);
        context.getLogger("loop").warn("{} is not counted", 3, away);
        assertThat(told.list).hasSize(4);

        context.getLogger("loop").warn("Put together for the " + told.list.size() + "th time", away);
        context.getLogger("loop").warn("{} is not counted", 4, away);
        assertThat(told.list).hasSize(4);
    }

    @Test
    void whatNeedsSomebodyIsAnErrorAndSaysWhatToDo() {
        context.getLogger("loop").warn("Not written", full);

        assertThat(told.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage())
                    .isEqualTo(
                            "Not written: The disk of the database is full. Make room on it. It says: ERROR: No space left on device");
        });
    }

    @Test
    void whatIsNoTroubleKeepsItsTraceEachTime() {
        for (int turn = 0; turn < 2; turn++) {
            context.getLogger("loop").error("Failed", new SQLException("no such table", "42P01"));
        }

        assertThat(told.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNotNull());
    }

    @Test
    void whoeverWantsTheTracesGetsThem() {
        context.getLogger("loop").setLevel(Level.DEBUG);

        context.getLogger("loop").warn("Not written", away);

        assertThat(told.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNotNull());
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
