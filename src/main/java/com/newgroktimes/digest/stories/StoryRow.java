package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** A row of the stories' table as a story. */
record StoryRow(JsonMapper json) implements RowMapper<StoredStory> {

    @Override
    public StoredStory mapRow(ResultSet row, int number) throws SQLException {
        return new StoredStory(
                row.getLong("id"),
                json.readValue(row.getString("content"), Story.class),
                row.getString("picture"),
                row.getString("tldr_proposed"),
                row.getString("source"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
