package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The last answer to each link that was followed. */
@Repository
class LinkAnswers {

    private final JdbcClient database;

    LinkAnswers(JdbcClient database) {
        this.database = database;
    }

    /** By address. */
    Map<String, LinkAnswer> since(Instant moment, Collection<String> urls) {
        return database
                .sql("""
                        select url, outcome, status, asked_at
                          from link_answer
                         where url = any(:urls)
                           and asked_at >= :moment
                        """)
                .param("urls", urls.toArray(String[]::new))
                .param("moment", moment.atOffset(UTC))
                .query(LinkAnswer.class)
                .list()
                .stream()
                .collect(Collectors.toMap(LinkAnswer::url, Function.identity()));
    }

    void write(LinkAnswer answer) {
        database.sql("""
                        insert into link_answer (url, outcome, status, asked_at)
                        values (:url, :outcome, :status, :askedAt)
                        on conflict (url) do update
                           set outcome = excluded.outcome,
                               status = excluded.status,
                               asked_at = excluded.asked_at
                        """)
                .param("url", answer.url())
                .param("outcome", answer.outcome().name())
                .param("status", answer.status())
                .param("askedAt", answer.askedAt().atOffset(UTC))
                .update();
    }

    void forgetBefore(Instant moment) {
        database.sql("delete from link_answer where asked_at < :moment")
                .param("moment", moment.atOffset(UTC))
                .update();
    }
}
