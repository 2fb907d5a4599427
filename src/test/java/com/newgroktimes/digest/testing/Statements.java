package com.newgroktimes.digest.testing;

import java.util.List;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What this thread asks the database while something is done, statement by statement: the service's own work goes on beside it. */
public final class Statements {

    private static final Logger ASKED = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    /** With parameters, and without: a query, or anything else. */
    private static final Pattern STATEMENT =
            Pattern.compile("Executing (prepared SQL statement|SQL [a-z ]+) \\[.*", Pattern.DOTALL);

    private Statements() {}

    /** Fails where it asks nothing: then whoever compares what was asked would compare nothing. */
    public static List<String> during(Runnable deed) {
        var told = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // else its thread is whoever asks for it first
                super.append(event);
            }
        };
        Level before = ASKED.getLevel();
        boolean additive = ASKED.isAdditive();
        told.start();
        ASKED.addAppender(told);
        ASKED.setAdditive(false);
        ASKED.setLevel(Level.DEBUG);
        try {
            deed.run();
        } finally {
            ASKED.setLevel(before);
            ASKED.setAdditive(additive);
            ASKED.detachAppender(told);
        }
        List<String> asked = List.copyOf(told.list).stream()
                .filter(event ->
                        event.getThreadName().equals(Thread.currentThread().getName()))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> STATEMENT.matcher(message).matches())
                .toList();
        assertThat(asked).as("what this thread asks the database").isNotEmpty();
        return asked;
    }
}
