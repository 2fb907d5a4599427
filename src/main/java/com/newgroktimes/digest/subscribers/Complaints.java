package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** Readers who reported our mail as unwanted. */
@Repository
public class Complaints {

    private final JdbcClient database;

    Complaints(JdbcClient database) {
        this.database = database;
    }

    /** How many have come from this moment on. */
    public long since(Instant moment) {
        return database.sql("""
                        select count(*)
                          from subscriber
                         where suppressed = 'COMPLAINT'
                           and suppressed_at >= :moment
                        """)
                .param("moment", moment.atOffset(UTC))
                .query(Long.class)
                .single();
    }
}
