package com.newgroktimes.digest.mail;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The outcome and the relay's own words.
 *
 * @param code  the enhanced status code (RFC 3463) where the reply carries a valid one, else the three digits; empty without a reply
 * @param reply the whole reply, or what was wrong with the line; one line, at most 512 characters
 * @param ofRelay whether the relay speaks of itself for certain: of its disk, its load, its end or what it can carry, before it knew who
 *                the reader is
 */
public record Answer(Outcome outcome, String code, String reply, boolean ofRelay) {

    private static final int MAX_REPLY = 512;

    /** RFC 3463 §3.2, and 5.1.10: a domain that takes no mail (RFC 7505 §4.2). */
    private static final Set<String> NO_SUCH_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.10");

    /** Full, switched off for now, an expansion that failed (RFC 3463 §3.3). */
    private static final Set<String> PASSING = Set.of("5.2.0", "5.2.2", "5.2.4");

    /** Storage, load, end (RFC 3463 §3.4). */
    private static final String OF_A_SYSTEM = "4.3.";

    private static final Pattern CLOSING = Pattern.compile("(?:^|: )421\\b");

    public Answer {
        reply = cut(reply);
    }

    public Answer(Outcome outcome, String code, String reply) {
        this(outcome, code, reply, false);
    }

    /** Whether a line broke before there was a whole answer to what stood to be answered. */
    public boolean isBrokenOff() {
        return outcome == Outcome.UNKNOWN || (outcome == Outcome.PUT_OFF && code.isEmpty());
    }

    private static String cut(String reply) {
        if (reply.length() <= MAX_REPLY) {
            return reply;
        }
        int end = MAX_REPLY - 1;
        return reply.substring(0, Character.isHighSurrogate(reply.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Refused in so many words because there is no such mailbox, nor will be: the only refusal that is held against an address. */
    public boolean saysNoSuchMailbox() {
        return outcome == Outcome.REFUSED && NO_SUCH_MAILBOX.contains(code) && !isSoft();
    }

    /**
     * Whether it was not taken for what the relay is or thinks of us, as far as its words tell, so that another may take it: not for what
     * is said of the reader, nor where it may have been taken.
     */
    boolean mayBeOtherwiseByAnother() {
        return switch (outcome) {
            case PUT_OFF -> ofRelay || code.isEmpty() || code.startsWith(OF_A_SYSTEM);
            case OURS -> true;
            case REFUSED -> saysBeyondAscii();
            case ACCEPTED, UNKNOWN, RELAY_AWAY, RELAY_REFUSES, MESSAGE_REFUSED -> false;
        };
    }

    /** An address with letters beyond ASCII is not taken (RFC 6531 §4.2), by this relay or by those whom it asked: another may. */
    private boolean saysBeyondAscii() {
        return outcome == Outcome.REFUSED && code.equals("5.6.7");
    }

    /** The machine that we have a line to has not offered to take such an address, and was not asked. */
    public boolean isForAsciiAlone() {
        return saysBeyondAscii() && ofRelay;
    }

    /** Refused, though the mailbox is there and may take the next edition: it is full, or has a rule of its own. */
    public boolean isSoft() {
        return outcome == Outcome.REFUSED
                && ProviderWords.of(code, reply)
                        .map(said -> said == ProviderWords.NOT_NOW)
                        .orElseGet(() -> PASSING.contains(code));
    }

    /** Whether we are to send less, and more slowly: a 421, a 4.7.x, or a provider's own words for it. Greylisting is no such wish. */
    public boolean asksToSlow() {
        return switch (outcome) {
            case ACCEPTED, UNKNOWN, REFUSED -> false;
            case PUT_OFF, RELAY_AWAY, RELAY_REFUSES, OURS, MESSAGE_REFUSED ->
                !code.isEmpty()
                        && !doubtsWhoWeAre()
                        && !isGreylisting()
                        && (code.startsWith("4.7.")
                                || code.equals("5.7.28")
                                || CLOSING.matcher(reply).find()
                                || ProviderWords.asksToSlow(reply));
        };
    }

    /** Whether a first try is put off as all first tries are. */
    public boolean isGreylisting() {
        return outcome == Outcome.PUT_OFF && ProviderWords.greylist(reply);
    }

    /** Where it only put the message off it was said to MAIL, of whatever goes by that relay, and patience is all that is left. */
    private boolean doubtsWhoWeAre() {
        return outcome != Outcome.PUT_OFF && ProviderWords.doubtWhoWeAre(reply);
    }

    /**
     * Whether they say that we send too much for what they think of us, so that anything more makes it worse: 4.7.28, or words for it.
     * Gmail says so by other codes too, and for good or for a while.
     */
    public boolean asksForQuiet() {
        return asksToSlow() && (code.endsWith(".7.28") || ProviderWords.asksForQuiet(reply));
    }

    /** Why it was not taken; null where it was. */
    public @Nullable Reason reason() {
        return Reason.of(this);
    }

    /** The relay's own name for a message that it accepted; null where its words hold none that we know. */
    public @Nullable String relayId() {
        return outcome == Outcome.ACCEPTED ? RelayId.in(reply) : null;
    }
}
