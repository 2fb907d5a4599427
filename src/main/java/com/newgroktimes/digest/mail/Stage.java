package com.newgroktimes.digest.mail;

import java.util.Locale;
import java.util.Set;

import com.newgroktimes.digest.mail.smtp.Reply;

/** How far a message has come on its line, and so what a reply of the relay to it means. */
enum Stage {
    MAIL,
    RCPT,
    DATA,
    /** The first byte of the end of the message may have left us. */
    DOT;

    /** A wrong order, a missing sign-in, an unknown parameter: not about who is written to. */
    private static final Set<Integer> ABOUT_THE_SESSION = Set.of(503, 530, 555);

    /** What a reply that stops the message here makes of it. */
    Outcome outcome(Reply reply) {
        if (isFull(reply)) {
            return Outcome.PUT_OFF;
        }
        return switch (reply.kind()) {
            case 4 -> Outcome.PUT_OFF;
            case 5 -> refused(reply);
            default -> lost(); // no answer to this question (RFC 5321 §4.3.2)
        };
    }

    private Outcome refused(Reply reply) {
        if (this == MAIL) {
            return Outcome.RELAY_REFUSES;
        }
        return isAboutReader(reply) ? Outcome.REFUSED : Outcome.OURS;
    }

    /** What a line that breaks here makes of the message. */
    Outcome lost() {
        return this == DOT ? Outcome.UNKNOWN : Outcome.PUT_OFF;
    }

    /** Whether the transaction has too many recipients, though it has one: RFC 5321 §4.5.3.1.10 knows both codes. */
    boolean isFull(Reply reply) {
        return this == RCPT
                && (reply.status().orElse("").equals("4.5.3")
                        || reply.code() == 552
                                && reply.text().toLowerCase(Locale.ROOT).contains("too many"));
    }

    private boolean isAboutReader(Reply reply) {
        String status = reply.status().orElse("");
        boolean aboutSender = status.equals("5.1.7") || status.equals("5.1.8");
        return switch (this) {
            case MAIL -> false;
            case RCPT, DATA ->
                !aboutSender
                        && !ABOUT_THE_SESSION.contains(reply.code())
                        && !status.startsWith("5.7.")
                        && !status.equals("5.3.4");
            case DOT -> !aboutSender && (status.startsWith("5.1.") || status.startsWith("5.2."));
        };
    }
}
