package com.newgroktimes.digest.subscribers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the planner of the database knows of the list: after an import or a restore it takes it for an empty one. */
@Component
public class ListStatistics {

    private final JdbcClient database;

    public ListStatistics(JdbcClient database) {
        this.database = database;
    }

    public void renew() {
        database.sql("analyze subscriber").update();
    }
}
