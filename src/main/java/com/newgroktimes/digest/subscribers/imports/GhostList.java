package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Set;

/** The export of members of Ghost. It does not say whether they signed up themselves, so nobody comes in confirmed. */
final class GhostList implements ForeignList {

    @Override
    public String system() {
        return "Ghost";
    }

    @Override
    public Set<String> signs() {
        return Set.of("email", "subscribed_to_emails", "complimentary_plan");
    }

    @Override
    public Set<String> columns() {
        return Set.of("email", "subscribed_to_emails", "created_at", "deleted_at", "uuid");
    }

    @Override
    public List<String> states() {
        return List.of();
    }

    @Override
    public String source(Column column, ForeignLine line) {
        return switch (column) {
            case EMAIL -> "email";
            case STATE -> "subscribed_to_emails";
            case SIGNED_UP_AT -> "created_at";
            case LEFT_AT -> "deleted_at";
            case LEGACY_KEY -> "uuid";
            default -> "";
        };
    }

    @Override
    public String cell(Column column, ForeignLine line) {
        return switch (column) {
            case EMAIL -> line.get("email");
            case STATE -> isSubscribed(line) ? "PENDING" : "UNSUBSCRIBED";
            case LEGACY_KEY -> line.get("uuid");
            case EVIDENCE ->
                "Ghost: member since %s, subscribed to emails: %s"
                        .formatted(line.get("created_at"), line.get("subscribed_to_emails"));
            case SIGNED_UP_AT -> line.get("created_at");
            case LEFT_AT -> line.get("deleted_at");
            case CONFIRMED_AT, LOCALE, SECTIONS, SOURCE, SUPPRESSED_REASON, SUPPRESSED_AT, FORMAT, BREAK_UNTIL -> "";
        };
    }

    private static boolean isSubscribed(ForeignLine line) {
        return line.get("subscribed_to_emails").equals("true")
                && line.get("deleted_at").isEmpty();
    }
}
