package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The export of subscribers of listmonk. It does not say who confirmed, nor when, so nobody comes in confirmed. Blocklisted is
 * whoever bounced, complained or was taken off; the list does not say which, so that nothing of theirs opens again.
 */
final class ListmonkList implements ForeignList {

    /** {@code 2023-05-01 09:30:00.123456 +0000 UTC}, as Go prints it. */
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)? ?([+-]\\d\\d):?(\\d\\d)(?: [+A-Z0-9-]+)?");

    @Override
    public String system() {
        return "listmonk";
    }

    @Override
    public Set<String> signs() {
        return Set.of("uuid", "email", "attributes", "status");
    }

    @Override
    public Set<String> columns() {
        return Set.of("uuid", "email", "status", "created_at", "updated_at");
    }

    @Override
    public List<String> states() {
        return List.of("enabled", "disabled", "unsubscribed", "blocklisted");
    }

    @Override
    public String source(Column column, ForeignLine line) {
        return switch (column) {
            case EMAIL -> "email";
            case STATE, SUPPRESSED_REASON -> "status";
            case LEGACY_KEY -> "uuid";
            case SIGNED_UP_AT -> "created_at";
            case LEFT_AT, SUPPRESSED_AT -> "updated_at";
            default -> "";
        };
    }

    @Override
    public String cell(Column column, ForeignLine line) {
        String status = line.get("status");
        boolean blocklisted = status.equals("blocklisted");
        return switch (column) {
            case EMAIL -> line.get("email");
            case STATE ->
                switch (status) {
                    case "enabled" -> "PENDING";
                    case "blocklisted", "disabled", "unsubscribed" -> "UNSUBSCRIBED";
                    default -> status;
                };
            case LEGACY_KEY -> line.get("uuid");
            case EVIDENCE -> "listmonk: %s, created %s".formatted(status, line.get("created_at"));
            case SIGNED_UP_AT -> moment(line.get("created_at"));
            case LEFT_AT -> status.equals("enabled") ? "" : moment(line.get("updated_at"));
            case SUPPRESSED_REASON -> blocklisted ? "OPERATOR" : "";
            case SUPPRESSED_AT -> blocklisted ? moment(line.get("updated_at")) : "";
            case CONFIRMED_AT, LOCALE, SECTIONS, SOURCE, FORMAT, BREAK_UNTIL -> "";
        };
    }

    private static String moment(String theirs) {
        return MOMENT.matcher(theirs).replaceFirst("$1T$2$3:$4");
    }
}
