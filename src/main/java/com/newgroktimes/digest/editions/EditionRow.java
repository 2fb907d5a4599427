package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.RowMapper;

import com.newgroktimes.digest.platform.Timestamptz;

/** A row of the editions' table as an edition that has its stories still to come. */
final class EditionRow implements RowMapper<Edition> {

    @Override
    public Edition mapRow(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getInt("number"),
                row.getString("week"),
                Timestamptz.of(row, "opens"),
                Timestamptz.of(row, "closes"),
                EditionState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("subject"),
                row.getString("preheader"),
                row.getString("note"),
                row.getInt("revision"),
                row.getString("content_hash"),
                Timestamptz.orNull(row, "leaves_at"),
                row.getObject("approved_recipients", Integer.class),
                Timestamptz.orNull(row, "frozen_at"),
                List.of(),
                List.of());
    }

    static EditionSpan span(ResultSet row, int number) throws SQLException {
        return new EditionSpan(
                row.getInt("number"),
                IsoWeek.parse(row.getString("week")),
                new EditionWindow(Timestamptz.of(row, "opens"), Timestamptz.of(row, "closes")),
                EditionState.valueOf(row.getString("state")).open(),
                Timestamptz.orNull(row, "frozen_at"));
    }
}
