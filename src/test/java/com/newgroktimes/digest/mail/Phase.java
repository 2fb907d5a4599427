package com.newgroktimes.digest.mail;

import java.time.Duration;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

/** What a relay may be slow at. A test lets one of these end soon: all others may take what a machine in use takes. */
enum Phase {
    DIALLING,
    COMMAND,
    GO,
    BODY,
    DOT,
    BRIEF;

    static final Duration ENOUGH = Duration.ofMinutes(1);
    static final Patience PATIENT = new Patience(ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH);

    /** The one in which the relay answers to this step. */
    static Phase of(String step) {
        return switch (step) {
            case "GREETING", "EHLO", "STARTTLS", "AUTH" -> DIALLING;
            case "DATA" -> GO;
            case "DOT" -> DOT;
            default -> COMMAND;
        };
    }

    /** A connection on which this one may take so long, where a line is opened for a message that waits for it. */
    Relay.Connection endsAfter(Duration time, Route route) {
        return new RelayConnection(
                route,
                patience(time),
                dialling(time),
                Deadline.NEVER,
                RelayKind.PLAIN,
                new RelayMemory(System::nanoTime),
                () -> false);
    }

    private Patience patience(Duration time) {
        return new Patience(
                ENOUGH,
                timeOf(COMMAND, time),
                timeOf(GO, time),
                timeOf(BODY, time),
                timeOf(DOT, time),
                ENOUGH,
                timeOf(BRIEF, time));
    }

    private Patience dialling(Duration time) {
        Duration each = timeOf(DIALLING, time);
        return new Patience(each, each, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH);
    }

    private Duration timeOf(Phase phase, Duration endsAfter) {
        return this == phase ? endsAfter : ENOUGH;
    }
}
