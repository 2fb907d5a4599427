package com.newgroktimes.digest.mail;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Why a message was not taken, in the few kinds that a person does something different about. */
public enum Reason {
    NO_SUCH_MAILBOX("[45]\\.1\\.\\d+", "no such (?:user|mailbox|recipient)|user unknown|unknown user"),
    MAILBOX_FULL("[45]\\.2\\.2", "mailbox (?:is )?full|over quota|quota exceeded|out of storage"),
    /** The mailbox is there, and its owner or its server does not let this in. */
    MAILBOX_CLOSED("[45]\\.2\\.[014]"),
    TOO_LARGE("[45]\\.(?:2\\.3|3\\.4)|552", "too (?:large|big)|size limit"),
    SLOW_DOWN("4\\.7\\.\\d+"),
    /** Us, our servers or our message: they take it for spam, or do not trust where it comes from. */
    REFUSES_US("5\\.7\\.\\d+"),
    /** Their server, or the way to it. */
    UNREACHABLE("[45]\\.4\\.\\d+"),
    /** The line broke when the message was already theirs: they may have it. */
    NO_ANSWER,
    /** They said nothing that we understand. */
    UNSAID;

    /** Matches nothing. */
    private static final String NEVER = "(?!)";

    private final Pattern codes;
    private final Pattern words;

    Reason() {
        this(NEVER);
    }

    Reason(String codes) {
        this(codes, NEVER);
    }

    Reason(String codes, String words) {
        this.codes = Pattern.compile(codes);
        this.words = Pattern.compile(words);
    }

    /** Null where it was taken. */
    static @Nullable Reason of(Answer answer) {
        return switch (answer.outcome()) {
            case ACCEPTED -> null;
            case UNKNOWN -> NO_ANSWER;
            case OURS, MESSAGE_REFUSED, RELAY_REFUSES -> REFUSES_US;
            case RELAY_AWAY -> UNREACHABLE;
            case PUT_OFF, REFUSED -> answer.code().isEmpty() ? UNREACHABLE : said(answer);
        };
    }

    /** Providers use codes for more than one thing: plain words count before them. */
    private static Reason said(Answer answer) {
        String reply = answer.reply().toLowerCase(Locale.ROOT);
        if (answer.asksToSlow()) {
            return SLOW_DOWN;
        }
        if (MAILBOX_FULL.isSaidBy("", reply)) {
            return MAILBOX_FULL;
        }
        return ProviderWords.of(answer.code(), answer.reply())
                .map(said -> switch (said) {
                    case NO_MAILBOX -> NO_SUCH_MAILBOX;
                    case NOT_NOW -> MAILBOX_CLOSED;
                    case US -> REFUSES_US;
                })
                .orElseGet(() -> byCode(answer.code(), reply));
    }

    private static Reason byCode(String code, String reply) {
        for (Reason reason : values()) {
            if (reason.codes.matcher(code).matches()
                    || reason.words.matcher(reply).find()) {
                return reason;
            }
        }
        return UNSAID;
    }

    private boolean isSaidBy(String code, String reply) {
        return codes.matcher(code).matches() || words.matcher(reply).find();
    }
}
