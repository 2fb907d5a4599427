package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of the editions' table as an edition that has its stories still to come. */
final class EditionRow implements RowMapper<Edition> {

    @Override
    public Edition mapRow(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getInt("number"),
                row.getString("week"),
                instant(row, "opens"),
                instant(row, "closes"),
                EditionState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("subject"),
                row.getString("preheader"),
                row.getInt("revision"),
                row.getString("content_hash"),
                instantOrNull(row, "leaves_at"),
                row.getObject("approved_recipients", Integer.class),
                instantOrNull(row, "frozen_at"),
                List.of());
    }

    static EditionSpan span(ResultSet row, int number) throws SQLException {
        return new EditionSpan(
                row.getInt("number"),
                IsoWeek.parse(row.getString("week")),
                new EditionWindow(instant(row, "opens"), instant(row, "closes")),
                EditionState.valueOf(row.getString("state")).open(),
                instantOrNull(row, "frozen_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
