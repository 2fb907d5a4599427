package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One of the files of an audience that Mailchimp exports: those subscribed, those unsubscribed (with UNSUB_TIME), those cleaned
 * because mail to them came back (with CLEAN_TIME). Its moments are in UTC. CONFIRM_TIME without CONFIRM_IP is when somebody
 * else put them on the list: nobody confirmed then.
 */
final class MailchimpList implements ForeignList {

    private static final String UNSUBSCRIBED = "unsub_time";
    private static final String CLEANED = "clean_time";

    @Override
    public String system() {
        return "Mailchimp";
    }

    @Override
    public Set<String> signs() {
        return Set.of("email address", "optin_time", "confirm_time");
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "email address",
                "optin_time",
                "optin_ip",
                "confirm_time",
                "confirm_ip",
                UNSUBSCRIBED,
                CLEANED,
                "unsub_reason");
    }

    @Override
    public List<String> states() {
        return List.of();
    }

    @Override
    public String source(Column column, ForeignLine line) {
        return switch (column) {
            case EMAIL -> "email address";
            case CONFIRMED_AT -> "confirm_time";
            case SIGNED_UP_AT -> line.get("optin_time").isEmpty() ? "confirm_time" : "optin_time";
            case LEFT_AT -> UNSUBSCRIBED;
            case SUPPRESSED_AT -> CLEANED;
            default -> "";
        };
    }

    @Override
    public String cell(Column column, ForeignLine line) {
        boolean left = line.has(UNSUBSCRIBED);
        return switch (column) {
            case EMAIL -> line.get("email address");
            case STATE -> left ? "UNSUBSCRIBED" : confirmed(line) ? "CONFIRMED" : "PENDING";
            case CONFIRMED_AT -> confirmed(line) ? line.utc("confirm_time") : "";
            case EVIDENCE -> evidence(line);
            case SIGNED_UP_AT -> line.utc(line.get("optin_time").isEmpty() ? "confirm_time" : "optin_time");
            case LEFT_AT -> left ? line.utc(UNSUBSCRIBED) : "";
            case SUPPRESSED_REASON -> line.has(CLEANED) ? "HARD_BOUNCE" : complained(line) ? "COMPLAINT" : "";
            case SUPPRESSED_AT -> complained(line) ? line.utc(UNSUBSCRIBED) : line.utc(CLEANED);
            case LOCALE, SECTIONS, SOURCE, FORMAT, BREAK_UNTIL, LEGACY_KEY -> "";
        };
    }

    private static boolean confirmed(ForeignLine line) {
        return !line.get("confirm_time").isEmpty() && !line.get("confirm_ip").isEmpty();
    }

    /** They left because, as they said, it was spam, or worse. */
    private static boolean complained(ForeignLine line) {
        return line.get("unsub_reason").toUpperCase(Locale.ROOT).startsWith("ABUSE");
    }

    private static String evidence(ForeignLine line) {
        var told = new StringBuilder("Mailchimp:");
        tell(told, " signed up %s", line.utc("optin_time"));
        tell(told, " from %s", line.get("optin_ip"));
        tell(told, " confirmed %s", line.utc("confirm_time"));
        tell(told, " from %s", line.get("confirm_ip"));
        tell(told, " unsubscribed %s", line.utc(UNSUBSCRIBED));
        tell(told, " because %s", line.get("unsub_reason"));
        tell(told, " cleaned %s", line.utc(CLEANED));
        return told.toString();
    }

    private static void tell(StringBuilder told, String words, String what) {
        if (!what.isEmpty()) {
            told.append(words.formatted(what));
        }
    }
}
