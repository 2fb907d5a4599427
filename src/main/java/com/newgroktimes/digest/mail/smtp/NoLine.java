package com.newgroktimes.digest.mail.smtp;

import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;

/** A relay that could not be reached, or that would not talk to us. It has no cause, whose words might hold our password. */
public final class NoLine extends Exception {

    /** Sign in, too weak a way to sign in, wrong password, TLS first (RFC 4954 §6). */
    private static final Set<Integer> NOT_WITHOUT_SIGNING_IN = Set.of(530, 534, 535, 538);

    /** The mail library's words for a relay that would have everything in plain text. */
    private static final String NO_TLS = "STARTTLS is required but";

    private final @Nullable Reply reply;
    private final boolean refusal;

    private NoLine(String message, @Nullable Reply reply, boolean refusal) {
        super(message);
        this.reply = reply;
        this.refusal = refusal;
    }

    static NoLine of(Route route, Caller library, MessagingException cause) {
        String why = Reply.printable(route.withoutSecrets(reason(cause)));
        return new NoLine(
                "The relay " + route + " does not talk to us: " + why, lastWords(library), isRefusal(library, cause));
    }

    /** Its last words, if they were a refusal. */
    public Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    /** Whether it does not let us in for good: asking again with the same password would lock us out. */
    public boolean isRefusal() {
        return refusal;
    }

    private static boolean isRefusal(Caller library, MessagingException cause) {
        int code = library.getLastReturnCode();
        if (cause instanceof AuthenticationFailedException) {
            boolean passing = code < 200 || code / 100 == 4; // the line broke, or later
            return !passing;
        }
        return library.hasAskedForTls() && NOT_WITHOUT_SIGNING_IN.contains(code);
    }

    private static @Nullable Reply lastWords(Caller library) {
        if (library.getLastReturnCode() < 400) {
            return null;
        }
        try {
            return Reply.of(library.getLastServerResponse().lines().toList());
        } catch (ProtocolException e) {
            return null;
        }
    }

    private static String reason(MessagingException cause) {
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof UnknownHostException) {
                return "there is no host of that name in the DNS, or the DNS does not answer.";
            }
        }
        if (String.valueOf(cause.getMessage()).startsWith(NO_TLS)) {
            return "it offers no TLS (STARTTLS), and without it gets nothing. Set tls of this relay to implicit, or to none if it is on a"
                    + " network that you trust; for the one of spring.mail.host these are spring.mail.protocol=smtps and"
                    + " spring.mail.properties.mail.smtp.starttls.required=false.";
        }
        var reason = new StringBuilder(String.valueOf(cause.getMessage()));
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            reason.append("; ").append(deeper.getMessage());
        }
        return reason.toString();
    }
}
