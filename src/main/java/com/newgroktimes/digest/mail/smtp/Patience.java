package com.newgroktimes.digest.mail.smtp;

import java.time.Duration;

/**
 * How long each phase of a session may take before the line counts as broken. An answer has to be whole by then, not only begun.
 *
 * @param connect until the relay's machine answers
 * @param command until a command, or a connection, is answered
 * @param go      until the relay says that the message may come
 * @param body    until the relay has taken the bytes of the message
 * @param dot     until it answers for the message; giving up earlier would make false doubts
 * @param idle    how long a line that nothing was said on is trusted to be there still
 * @param brief   for answers on which nothing depends: to a goodbye, or to the question whether the relay is still there
 */
public record Patience(
        Duration connect, Duration command, Duration go, Duration body, Duration dot, Duration idle, Duration brief) {

    /** RFC 5321 §4.5.3.2. */
    public static final Patience STANDARD = new Patience(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10));

    /** For a single mail, behind which others wait: whoever is told in time that nobody answers can try again. */
    public static final Patience OF_ONE = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10));

    /** No more of it than another has, phase by phase. */
    public Patience atMost(Patience other) {
        return new Patience(
                shorter(connect, other.connect),
                shorter(command, other.command),
                shorter(go, other.go),
                shorter(body, other.body),
                shorter(dot, other.dot),
                shorter(idle, other.idle),
                shorter(brief, other.brief));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** For all that comes before the first message: the greeting, ours, TLS, ours again, the password. */
    Duration untilThereIsALine() {
        return connect.plus(command.multipliedBy(5));
    }
}
