package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The name by which a relay's log, and what it sends back, knows a message: the forms in which relays tell it. */
final class RelayId {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\bqueued (?:mail )?as (?:id )?([A-Za-z0-9.-]{4,})", Pattern.CASE_INSENSITIVE), // Postfix
            Pattern.compile("\\bid=([A-Za-z0-9-]{6,})"), // Exim
            Pattern.compile("\\bInternalId=([0-9]+)"), // Exchange
            Pattern.compile("^250 (?:2\\.[0-9.]+ )?OK\\W+([0-9]{9,} \\S+) - gsmtp", Pattern.CASE_INSENSITIVE), // Gmail
            Pattern.compile("^250 (?:2\\.[0-9.]+ )?([A-Za-z0-9]{8,}) Message accepted"), // Sendmail
            Pattern.compile("^250 Ok ([0-9a-f]{16}-[0-9a-f-]+)", Pattern.CASE_INSENSITIVE)); // SES

    private RelayId() {}

    static @Nullable String in(String reply) {
        for (Pattern form : FORMS) {
            Matcher told = form.matcher(reply);
            if (told.find()) {
                return told.group(1);
            }
        }
        return null;
    }
}
