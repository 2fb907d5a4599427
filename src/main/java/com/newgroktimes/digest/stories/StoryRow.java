package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Timestamptz;

/** A row of the stories' table as a story. */
record StoryRow(JsonMapper json, boolean acceptProposed) implements RowMapper<StoredStory> {

    @Override
    public StoredStory mapRow(ResultSet row, int number) throws SQLException {
        return new StoredStory(
                row.getLong("id"),
                json.readValue(row.getString("content"), Story.class),
                row.getString("picture"),
                row.getString("tldr_proposed"),
                row.getString("source"),
                Timestamptz.of(row, "first_seen"),
                Timestamptz.of(row, "changed_at"),
                Timestamptz.orNull(row, "withdrawn_at"),
                acceptProposed);
    }
}
