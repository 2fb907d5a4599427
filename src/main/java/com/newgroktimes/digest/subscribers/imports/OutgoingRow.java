package com.newgroktimes.digest.subscribers.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Timestamptz;

/** One reader as a line of a list, in the order of {@link Column}. */
record OutgoingRow(List<String> cells) {

    static OutgoingRow read(ResultSet row, SectionOrder order) throws SQLException {
        String[] cells = new String[Column.values().length];
        for (Column column : Column.values()) {
            cells[column.ordinal()] = Formula.guarded(cell(column, row, order));
        }
        return new OutgoingRow(List.of(cells));
    }

    private static String cell(Column column, ResultSet row, SectionOrder order) throws SQLException {
        return switch (column) {
            case EMAIL -> text(row, "address");
            case STATE, LOCALE, SOURCE, FORMAT -> text(row, column.toString());
            case SUPPRESSED_REASON -> text(row, "suppressed");
            case LEGACY_KEY -> text(row, "legacy_keys");
            case EVIDENCE -> evidence(text(row, "told"));
            case SECTIONS -> String.join(";", order.of(sections(row)));
            case CONFIRMED_AT, SUPPRESSED_AT, SIGNED_UP_AT, LEFT_AT, BREAK_UNTIL ->
                Objects.toString(Timestamptz.orNull(row, column.toString()), "");
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static List<String> sections(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("sections").getArray());
    }

    /** As much as a cell may hold on its way in: what came first, the proof among it, is kept. */
    private static String evidence(String told) {
        if (told.length() <= RowReader.LONGEST_CELL - 1) {
            return told.strip();
        }
        int end = RowReader.LONGEST_CELL - 1;
        return told.substring(0, Character.isHighSurrogate(told.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }
}
