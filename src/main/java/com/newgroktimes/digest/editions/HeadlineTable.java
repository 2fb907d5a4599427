package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.editions.EditionHeadlines.Headline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

/** The headlines of the editions' own copies of stories. */
@Repository
class HeadlineTable {

    private final JdbcClient database;

    HeadlineTable(JdbcClient database) {
        this.database = database;
    }

    /** @param edition that had it */
    record Told(int edition, String headline) {}

    private record Row(int edition, boolean included, Headline headline) {}

    /** In the order of the editions. */
    List<EditionHeadlines> of(Collection<Edition> editions) {
        var byEdition = rows(editions.stream().map(Edition::number).toList()).stream()
                .collect(groupingBy(Row::edition, partitioningBy(Row::included, mapping(Row::headline, toList()))));
        return editions.stream()
                .map(edition -> {
                    var found = byEdition.getOrDefault(edition.number(), Map.of());
                    return new EditionHeadlines(
                            edition, found.getOrDefault(true, List.of()), found.getOrDefault(false, List.of()));
                })
                .toList();
    }

    private List<Row> rows(Collection<Integer> editions) {
        return database.sql("""
                        select edition, included, story, position, long, url, headline, section
                          from edition_story
                         cross join lateral jsonb_to_record(content -> 'story') head (url text, headline text, section text)
                         where edition = any(:editions)
                         order by edition, position, story
                        """)
                .param("editions", editions.toArray(Integer[]::new))
                .query(HeadlineTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("edition"),
                row.getBoolean("included"),
                new Headline(
                        row.getLong("story"),
                        row.getInt("position"),
                        row.getBoolean("long"),
                        row.getString("url"),
                        row.getString("headline"),
                        row.getString("section")));
    }

    /** What readers had in the last editions but this one, newest first. */
    List<Told> toldBeside(int edition, int editionsBack) {
        return database.sql("""
                        select edition, content -> 'story' ->> 'headline' as headline
                          from edition_story
                         where included
                           and edition in (select number
                                             from edition
                                            where frozen_at is not null
                                              and number <> :edition
                                            order by number desc
                                            limit :editionsBack)
                         order by edition desc, position
                        """)
                .param("edition", edition)
                .param("editionsBack", editionsBack)
                .query(Told.class)
                .list();
    }
}
