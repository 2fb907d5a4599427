package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

/** What editors chose, edition by edition. */
@Repository
class ChoiceTable {

    private final JdbcClient database;

    ChoiceTable(JdbcClient database) {
        this.database = database;
    }

    /** @param subject null: by rule */
    record Lines(@Nullable String subject, @Nullable String preheader) {}

    Lines lines(int edition) {
        return database.sql("select chosen_subject, chosen_preheader from edition where number = :edition")
                .param("edition", edition)
                .query((row, number) -> new Lines(row.getString("chosen_subject"), row.getString("chosen_preheader")))
                .single();
    }

    void choose(int edition, Lines lines, @Nullable String note) {
        database.sql("""
                        update edition
                           set chosen_subject = :subject, chosen_preheader = :preheader, note = :note
                         where number = :edition
                        """)
                .param("subject", lines.subject())
                .param("preheader", lines.preheader())
                .param("note", note)
                .param("edition", edition)
                .update();
    }

    Optional<Edited> edited(int edition) {
        return database.sql(
                        "select edited_at, edited_by from edition where number = :edition and edited_at is not null")
                .param("edition", edition)
                .query((row, number) -> new Edited(Timestamptz.of(row, "edited_at"), row.getString("edited_by")))
                .optional();
    }

    void edited(int edition, Instant at, String by) {
        database.sql("update edition set edited_at = :at, edited_by = :by where number = :edition")
                .param("at", at.atOffset(UTC))
                .param("by", by)
                .param("edition", edition)
                .update();
    }

    Choices of(int edition) {
        return new Choices(database
                .sql("select * from edition_choice where edition = :edition")
                .param("edition", edition)
                .query(ChoiceTable::choice)
                .list()
                .stream()
                .collect(toMap(Choice::story, choice -> choice, (one, other) -> other, TreeMap::new)));
    }

    private record PutInto(long story, int edition) {}

    /** By story, the open edition that somebody put it into. */
    Map<Long, Integer> editionsThatTheyWerePutInto(Collection<Long> stories) {
        return database.sql("""
                        select c.story, max(c.edition) as edition
                          from edition_choice c
                          join edition e on e.number = c.edition
                         where c.story = any(:stories)
                           and c.included
                           and e.state in ('DRAFT', 'READY')
                         group by c.story
                        """).param("stories", stories.toArray(Long[]::new)).query(PutInto.class).list().stream()
                .collect(toMap(PutInto::story, PutInto::edition));
    }

    /** Of these, those that somebody put into another edition that is open. */
    Set<Long> putElsewhere(int edition, Collection<Long> stories) {
        return database
                .sql("""
                        select c.story
                          from edition_choice c
                          join edition e on e.number = c.edition
                         where c.story = any(:stories)
                           and c.edition <> :edition
                           and c.included
                           and e.state in ('DRAFT', 'READY')
                        """)
                .param("stories", stories.toArray(Long[]::new))
                .param("edition", edition)
                .query(Long.class)
                .list()
                .stream()
                .collect(toSet());
    }

    void replace(int edition, Choices choices) {
        database.sql("delete from edition_choice where edition = :edition")
                .param("edition", edition)
                .update();
        choices.byStory().values().stream()
                .filter(choice -> !choice.isNone())
                .forEach(choice -> insert(edition, choice));
    }

    /** Nothing is chosen of it any more in any edition but this one. */
    void forgetElsewhere(int edition, List<Long> stories) {
        database.sql("""
                        delete from edition_choice c
                         using edition e
                         where e.number = c.edition
                           and e.state in ('DRAFT', 'READY')
                           and c.edition <> :edition
                           and c.story = any(:stories)
                        """)
                .param("edition", edition)
                .param("stories", stories.toArray(Long[]::new))
                .update();
    }

    private void insert(int edition, Choice choice) {
        database.sql("""
                        insert into edition_choice (edition, story, position, long, included, headline)
                        values (:edition, :story, :position, :isLong, :included, :headline)
                        """)
                .param("edition", edition)
                .param("story", choice.story())
                .param("position", choice.position())
                .param("isLong", choice.isLong())
                .param("included", choice.included())
                .param("headline", choice.headline())
                .update();
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                row.getLong("story"),
                row.getObject("position", Integer.class),
                row.getObject("long", Boolean.class),
                row.getObject("included", Boolean.class),
                row.getString("headline"));
    }
}
