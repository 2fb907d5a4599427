package com.newgroktimes.digest.stories;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The last answer for each picture that was asked for. */
@Repository
class PictureAnswers {

    private final JdbcClient database;

    PictureAnswers(JdbcClient database) {
        this.database = database;
    }

    Optional<PictureAnswer> find(String url) {
        return database.sql("select url, picture, fault, answered, asked_at from picture_fetch where url = :url")
                .param("url", url)
                .query(PictureAnswer.class)
                .optional();
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
