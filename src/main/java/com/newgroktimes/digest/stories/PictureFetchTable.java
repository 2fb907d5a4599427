package com.newgroktimes.digest.stories;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The last answer for each picture that was asked for. */
@Repository
class PictureFetchTable {

    private final JdbcClient database;

    PictureFetchTable(JdbcClient database) {
        this.database = database;
    }

    Optional<PictureFetch> find(String url) {
        return database.sql("select url, picture, fault, asked_at from picture_fetch where url = :url")
                .param("url", url)
                .query(PictureFetch.class)
                .optional();
    }

    void write(PictureFetch fetch) {
        database.sql("""
                        insert into picture_fetch (url, picture, fault, asked_at)
                        values (:url, :picture, :fault, :askedAt)
                        on conflict (url) do update
                           set picture = excluded.picture,
                               fault = excluded.fault,
                               asked_at = excluded.asked_at
                        """)
                .param("url", fetch.url())
                .param("picture", fetch.picture())
                .param("fault", fetch.fault())
                .param("askedAt", fetch.askedAt().atOffset(UTC))
                .update();
    }
}
