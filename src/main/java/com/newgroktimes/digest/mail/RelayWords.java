package com.newgroktimes.digest.mail;

import java.util.regex.Pattern;

/**
 * Words by which a relay speaks of our account with it. It says them where the message is offered, with codes by which a destination
 * would speak of a reader; they say nothing of the one who happens to be next.
 */
final class RelayWords {

    /** It takes no more from us, for a moment or for a day. */
    private static final Pattern ENOUGH = Pattern.compile(String.join(
            "|",
            // Amazon SES: "454 Throttling failure: Maximum sending rate exceeded", or "Daily message quota exceeded"
            "\\bthrottling failure\\b",
            // Google, when mail goes out by it: 550 5.4.5 and 5.7.1, though a day later it takes them
            "\\bdaily (?:user )?sending (?:limit|quota) exceeded\\b",
            "\\bdaily smtp relay (?:sending )?limit exceeded\\b",
            // MailerSend
            "\\byour account (?:has )?(?:reached|exceeded) [^.]*\\b(?:limit|quota)\\b"));

    private RelayWords() {}

    static boolean sayEnough(String reply) {
        return ENOUGH.matcher(ProviderWords.words(reply)).find();
    }
}
