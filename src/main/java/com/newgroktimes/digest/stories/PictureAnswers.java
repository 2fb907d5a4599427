package com.newgroktimes.digest.stories;

import java.util.Collection;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

/** The last answer for each picture that was asked for. */
@Repository
class PictureAnswers {

    private final JdbcClient database;

    PictureAnswers(JdbcClient database) {
        this.database = database;
    }

    /** By the addresses that they are of; those that were never asked for have none. */
    Map<String, PictureAnswer> find(Collection<String> urls) {
        return database
                .sql("select url, picture, fault, answered, asked_at from picture_fetch where url = any(:urls)")
                .param("urls", urls.toArray(String[]::new))
                .query(PictureAnswer.class)
                .list()
                .stream()
                .collect(toMap(PictureAnswer::url, answer -> answer));
    }

    void write(PictureAnswer answer) {
        database.sql("""
                        insert into picture_fetch (url, picture, fault, answered, asked_at)
                        values (:url, :picture, :fault, :answered, :askedAt)
                        on conflict (url) do update
                           set picture = excluded.picture,
                               fault = excluded.fault,
                               answered = excluded.answered,
                               asked_at = excluded.asked_at
                        """)
                .param("url", answer.url())
                .param("picture", answer.picture())
                .param("fault", answer.fault())
                .param("answered", answer.answered())
                .param("askedAt", answer.askedAt().atOffset(UTC))
                .update();
    }
}
