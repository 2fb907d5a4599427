package com.newgroktimes.digest.platform;

import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where something was erased whose bytes are still on the disk: a database marks a row that goes, and overwrites it when it needs
 * the room. Our own server rewrites these tables by itself; of any other one, its operator is told.
 */
@Component
public class TablesToRewrite {

    private final JdbcClient database;

    TablesToRewrite(JdbcClient database) {
        this.database = database;
    }

    /** In the transaction that erases. */
    public void add(Collection<String> tables) {
        // In one order, since two that erase at once would wait for each other.
        tables.stream().sorted().forEach(this::add);
    }

    private void add(String table) {
        database.sql("""
                        insert into table_to_rewrite (name)
                        values (:table)
                        on conflict (name) do update
                           set erased_by = pg_current_xact_id()
                        """).param("table", table).update();
    }
}
