package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stories that changed while sources were asked, and that open editions have yet to take. In the caller's transaction. */
@Repository
class UnsettledStories {

    private final JdbcClient database;

    UnsettledStories(JdbcClient database) {
        this.database = database;
    }

    void add(long story) {
        database.sql("insert into edition_unsettled (story) values (:story)")
                .param("story", story)
                .update();
    }

    boolean any() {
        return database.sql("select exists (select from edition_unsettled)")
                .query(Boolean.class)
                .single();
    }

    /** All that were there, once each. They are back if the transaction fails. */
    List<Long> take() {
        return database.sql("delete from edition_unsettled returning story").query(Long.class).list().stream()
                .distinct()
                .toList();
    }
}
