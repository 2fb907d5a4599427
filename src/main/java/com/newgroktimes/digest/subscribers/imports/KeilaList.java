package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Set;

/** The export of contacts of Keila. It has no dates, so nobody comes in confirmed. */
final class KeilaList implements ForeignList {

    @Override
    public String system() {
        return "Keila";
    }

    @Override
    public Set<String> signs() {
        return Set.of("email", "first name", "last name", "status");
    }

    @Override
    public Set<String> columns() {
        return Set.of("email", "status");
    }

    @Override
    public List<String> states() {
        return List.of("active", "unsubscribed", "unreachable");
    }

    @Override
    public String source(Column column, ForeignLine line) {
        return switch (column) {
            case EMAIL -> "email";
            case STATE, SUPPRESSED_REASON -> "status";
            default -> "";
        };
    }

    @Override
    public String cell(Column column, ForeignLine line) {
        String status = line.get("status");
        return switch (column) {
            case EMAIL -> line.get("email");
            case STATE ->
                switch (status) {
                    case "", "active", "unreachable" -> "PENDING";
                    case "unsubscribed" -> "UNSUBSCRIBED";
                    default -> status;
                };
            case EVIDENCE -> status.isEmpty() ? "Keila" : "Keila: " + status;
            case SUPPRESSED_REASON -> status.equals("unreachable") ? "HARD_BOUNCE" : "";
            case CONFIRMED_AT,
                    LOCALE,
                    SECTIONS,
                    SOURCE,
                    SUPPRESSED_AT,
                    SIGNED_UP_AT,
                    LEFT_AT,
                    FORMAT,
                    BREAK_UNTIL,
                    LEGACY_KEY -> "";
        };
    }
}
