package com.newgroktimes.digest.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk of the database that has no room for rows of one table, in PostgreSQL's own words. */
public final class FullDisk implements AutoCloseable {

    private final JdbcClient database;
    private final String table;

    private FullDisk(JdbcClient database, String table) {
        this.database = database;
        this.table = table;
    }

    /** @param change {@code insert} or {@code update} */
    public static FullDisk at(String change, String table, JdbcClient database) {
        database.sql("""
                        create or replace function disk_full() returns trigger language plpgsql as $$
                        begin
                            raise exception 'could not extend file "base/16384/16385": No space left on device' using errcode = 'disk_full';
                        end $$
                        """).update();
        database.sql("create trigger disk_full before %s on %s for each row execute function disk_full()"
                        .formatted(change, table))
                .update();
        return new FullDisk(database, table);
    }

    /** Room is made. */
    @Override
    public void close() {
        database.sql("drop trigger if exists disk_full on " + table).update();
    }
}
