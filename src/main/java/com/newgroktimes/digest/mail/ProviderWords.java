package com.newgroktimes.digest.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the large mailbox providers, and the servers that many others run, say in words. Their codes are used for more than one
 * thing, or for the wrong one; where the words are plain they count before the code.
 */
enum ProviderWords {
    /** There is no such mailbox, or none any more. */
    NO_MAILBOX(
            "^554 (?:5\\.\\d+\\.\\d+ )?(?:delivery error: )?dd ", // Yahoo
            "mailbox is disabled",
            "mailbox not found",
            "^550 (?:5\\.5\\.0 )?(?:requested action not taken: )?mailbox unavailable", // Outlook.com
            "5\\.4\\.1 .*recipient address rejected"), // Microsoft 365

    /** The mailbox is there and does not take this: it is full, gets too much, or its owner chose so. */
    NOT_NOW(
            "at a rate", // Gmail, of the mailbox
            "mailbox (?:is )?full",
            "over quota",
            "quota exceeded",
            "out of storage",
            "resolver\\.rst\\.", // Exchange: a rule of the mailbox
            "(?:blocked|rejected|restricted) by (?:the )?(?:recipient|user|mailbox)",
            "recipient (?:has blocked|does not accept|only accepts)",
            "mailbox (?:does not accept|only accepts)",
            "not (?:authorized|permitted|allowed) to send (?:mail )?to (?:this|the) (?:recipient|mailbox|group)"),

    /** They refuse us, our servers or our message. */
    US(
            "\\[(?:tss?|bl|ph|cs|hm[a-z]?)\\d+\\]", // Yahoo, iCloud
            "\\b(?:sc|ou|dy)-\\d{3}\\b", // Outlook.com
            "\\(s3150\\)",
            "\\bunsolicited\\b",
            "\\breputation\\b",
            "\\brate limited\\b",
            "not rfc 5322 compliant");

    /** For refusals that have no code of their own, or one that only says "no". */
    private static final Pattern BLOCKED = any("\\bspam\\b", "\\bspamhaus\\b", "\\b(?:black|block) ?list(?:ed)?\\b");

    /** Gmail says so, and wants quiet; what Outlook.com and Yahoo say of rates has marks of its own, and means less of it. */
    private static final Pattern TOO_MUCH = any("\\brate limited\\b", "\\bunsolicited\\b", "\\breputation\\b");

    /** Whoever is not known yet is to come again, whatever the rate is. */
    private static final Pattern GREYLISTED = any("\\bgr[ea]y[ -]?list");

    private static final Pattern LESS = any(
            "\\[tss?\\d+\\]",
            "\\brp-00\\d\\b",
            "\\b4\\.7\\.65\\d\\b",
            "\\bexcessive volume\\b",
            "temporarily deferred",
            "\\b(?:sending rate|rate limits?) (?:has been )?exceeded\\b",
            "\\btoo many requests\\b",
            "\\bthrottled\\b");

    /**
     * SPF (.23, .24, Gmail's .27), PTR (.25), several of these (.26), TLS (Gmail's .29), DKIM (Gmail's .30), DMARC (.31, .40) and
     * alignment (.32). Gmail says them for a while first, and then for good. They are read as words, where a reply begins, and not as its
     * status: Gmail has "421 5.7.32", whose class is another than the reply's, and that is no status at all (RFC 2034 §4). Some such
     * replies go on with "rate limited", which is so, and no pace would mend it.
     */
    private static final Pattern DOUBT = Pattern.compile("^[45]\\d\\d [45]\\.7\\.(?:2[3-79]|3[0-2]|40)(?![\\d.])");

    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");

    private final Pattern said;

    ProviderWords(String... said) {
        this.said = any(said);
    }

    private static Pattern any(String... words) {
        return Pattern.compile(String.join("|", words));
    }

    /** Empty where the words are none of those that we know, and the code has to say it. */
    static Optional<ProviderWords> of(String code, String reply) {
        String words = words(reply);
        for (ProviderWords providerWords : values()) {
            if (providerWords.said.matcher(words).find()) {
                return Optional.of(providerWords);
            }
        }
        boolean vague = code.indexOf('.') < 0 || code.equals("5.0.0") || code.equals("5.5.0");
        return vague && BLOCKED.matcher(words).find() ? Optional.of(US) : Optional.empty();
    }

    /** They cannot tell that the mail is ours, or do not like how we prove it: nothing that the next message, or the next hour, changes. */
    static boolean doubtWhoWeAre(String reply) {
        return DOUBT.matcher(reply).find();
    }

    /** They put off each first try (RFC 6647): a wait is all that they want. */
    static boolean greylist(String reply) {
        return GREYLISTED.matcher(words(reply)).find();
    }

    static boolean asksToSlow(String reply) {
        String words = words(reply);
        return LESS.matcher(words).find() || TOO_MUCH.matcher(words).find();
    }

    static boolean asksForQuiet(String reply) {
        String words = words(reply);
        return TOO_MUCH.matcher(words).find() && !LESS.matcher(words).find();
    }

    /** Without addresses, which may contain any word. */
    static String words(String reply) {
        return ADDRESS.matcher(reply.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
