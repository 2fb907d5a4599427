package com.newgroktimes.digest.mail.smtp;

import java.util.Optional;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;

/** A relay that could not be reached, or that would not talk to us. */
public final class NoLine extends Exception {

    private final @Nullable Reply reply;
    private final boolean signIn;

    NoLine(Route route, MessagingException cause, @Nullable Reply reply) {
        super(Reply.printable("The relay " + route + " does not talk to us: " + reason(cause)), cause);
        this.reply = reply;
        this.signIn = cause instanceof AuthenticationFailedException;
    }

    /** Its last words, if they were a refusal. */
    public Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Whether it was our user name and password that it refused. */
    public boolean isSignIn() {
        return signIn;
    }

    private static String reason(MessagingException cause) {
        var reason = new StringBuilder(String.valueOf(cause.getMessage()));
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            reason.append("; ").append(deeper.getMessage());
        }
        return reason.toString();
    }
}
