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

    /** Senders whose address is none: 5.1.7 and 5.1.8, though all others below 5.1 are about recipients. */
    private static final Set<String> ABOUT_OUR_ADDRESS = Set.of("5.1.7", "5.1.8");

    private static final String TOO_LARGE = "5.3.4";
    private static final String NOT_IN_ASCII = "5.6.7";

    /** What a reply that stops the message here makes of it. */
    Outcome outcome(Reply reply) {
        if (isFull(reply)) {
            return Outcome.PUT_OFF;
        }
        if (RelayWords.sayEnough(reply.text())) {
            return Outcome.RELAY_AWAY;
        }
        return switch (reply.kind()) {
            case 4 -> notNow(reply);
            case 5 -> refused(reply);
            default -> lost(); // no answer to this question (RFC 5321 §4.3.2)
        };
    }

    /** What a line that breaks here makes of the message. */
    Outcome lost() {
        return this == DOT ? Outcome.UNKNOWN : Outcome.PUT_OFF;
    }

    /** Whether the transaction has too many recipients, though it has one: RFC 5321 §4.5.3.1.10 knows both codes. */
    boolean isFull(Reply reply) {
        return this == RCPT
                && (reply.status().orElse("").equals("4.5.3")
                        || (reply.code() == 552
                                && reply.text().toLowerCase(Locale.ROOT).contains("too many")));
    }

    /** At MAIL it is said before anybody knows which destination the message is for. */
    private Outcome notNow(Reply reply) {
        return this != MAIL && ProviderWords.doubtWhoWeAre(reply.text()) ? Outcome.OURS : Outcome.PUT_OFF;
    }

    /** Whatever is said to MAIL is said before anybody knows who the reader is; only their address's alphabet shows. */
    private Outcome refused(Reply reply) {
        String status = reply.status().orElse("");
        if (this == MAIL) {
            return status.equals(NOT_IN_ASCII) ? Outcome.REFUSED : Outcome.RELAY_REFUSES;
        }
        boolean aboutReader = ProviderWords.of(reply.mostExactCode(), reply.text())
                .map(said -> said != ProviderWords.US)
                .orElseGet(() -> isAboutReader(reply.code(), status));
        if (aboutReader) {
            return Outcome.REFUSED;
        }
        return this == DOT ? Outcome.MESSAGE_REFUSED : Outcome.OURS;
    }

    private boolean isAboutReader(int code, String status) {
        if (ABOUT_OUR_ADDRESS.contains(status)) {
            return false;
        }
        if (this == DOT) {
            return status.startsWith("5.1.") || status.startsWith("5.2.");
        }
        return !ABOUT_THE_SESSION.contains(code) && !status.startsWith("5.7.") && !status.equals(TOO_LARGE);
    }
}
