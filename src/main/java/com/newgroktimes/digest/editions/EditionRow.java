package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.editions.Edition.Remark;
import com.newgroktimes.digest.platform.Timestamptz;

/** A row of the editions' table as an edition that has its stories still to come. */
final class EditionRow implements RowMapper<Edition> {

    private final JsonMapper json;

    EditionRow(JsonMapper json) {
        this.json = json;
    }

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
                row.getBoolean("mending"),
                Timestamptz.orNull(row, "mended_at"),
                row.getString("content_hash"),
                Timestamptz.orNull(row, "leaves_at"),
                row.getObject("approved_recipients", Integer.class),
                Timestamptz.orNull(row, "frozen_at"),
                List.of(json.readValue(row.getString("corrections"), Remark[].class)),
                withdrawn(row),
                List.of(),
                List.of());
    }

    private static @Nullable Remark withdrawn(ResultSet row) throws SQLException {
        Instant at = Timestamptz.orNull(row, "withdrawn_at");
        return at == null ? null : new Remark(at, row.getString("withdrawn_why"));
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
