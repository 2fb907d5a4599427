package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** The heads of the stories' rows: a week may have thousands, each with a text of a hundred thousand signs that no list shows. */
@Repository
class StoryHeadTable {

    private static final String HEADS = """
            select id, url, section, headline, tldr, tldr_proposed, byline, place, source, published_at, first_seen, withdrawn_at
              from story
              cross join lateral jsonb_to_record(content) head (section text, headline text, tldr text, byline text, place text)
            """;

    private static final String IN_RANGE = """
             where coalesce(published_at, first_seen) >= :from -- which has an index
               and coalesce(published_at, first_seen) < :until
            """;

    private static final String OLDEST_FIRST = " order by coalesce(published_at, first_seen), id";

    private final JdbcClient database;
    private final boolean acceptProposed;

    StoryHeadTable(JdbcClient database, StorySettings settings) {
        this.database = database;
        this.acceptProposed = settings.acceptProposed();
    }

    List<StoryHead> between(Instant from, Instant until) {
        return inRange(HEADS + IN_RANGE + OLDEST_FIRST, from, until)
                .query(this::head)
                .list();
    }

    List<StoryHead> byId(Collection<Long> ids) {
        return database.sql(HEADS + " where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::head)
                .list();
    }

    /** Those without a TL;DR that are not withdrawn. */
    List<StoryHead> incomplete(Instant from, Instant until) {
        return inRange(HEADS + IN_RANGE + " and tldr is null and withdrawn_at is null" + OLDEST_FIRST, from, until)
                .query(this::head)
                .list()
                .stream()
                .filter(StoryHead::incomplete)
                .toList();
    }

    List<String> sections(Instant from, Instant until) {
        return inRange(
                        "select distinct content ->> 'section' as section from story\n" + IN_RANGE
                                + " and content ->> 'section' is not null order by section",
                        from,
                        until)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec inRange(String statement, Instant from, Instant until) {
        return database.sql(statement).param("from", from.atOffset(UTC)).param("until", until.atOffset(UTC));
    }

    private StoryHead head(ResultSet row, int number) throws SQLException {
        return new StoryHead(
                row.getLong("id"),
                row.getString("url"),
                row.getString("section"),
                row.getString("headline"),
                row.getString("tldr"),
                row.getString("tldr_proposed"),
                row.getString("byline"),
                row.getString("place"),
                row.getString("source"),
                Timestamptz.orNull(row, "published_at"),
                Timestamptz.of(row, "first_seen"),
                Timestamptz.orNull(row, "withdrawn_at"),
                acceptProposed);
    }
}
