package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL a JVM. A fresh database is a copy of a migrated template. */
public final class TestDatabase {

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** A database of your own, with every migration applied and nothing in it. */
    public static DataSource fresh() {
        return SERVER.getDatabase("postgres", freshName());
    }

    /** The same, for a service that connects by itself: user postgres, no password. */
    public static String freshUrl() {
        return SERVER.getJdbcUrl("postgres", freshName());
    }

    /** Cuts everyone off from the database that a service was given, and lets nobody in. */
    public static void goesAway(String url) {
        letsNobodyIn(url);
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?", nameIn(url));
    }

    /** Whoever is in stays. */
    public static void letsNobodyIn(String url) {
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .execute("alter database " + nameIn(url) + " allow_connections false");
    }

    public static void comesBack(String url) {
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .execute("alter database " + nameIn(url) + " allow_connections true");
    }

    private static String nameIn(String url) {
        return url.replaceFirst("^.*/", "").replaceFirst("[?].*$", "");
    }

    private static synchronized String freshName() {
        String name = "copy_" + COPIES.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name + " template migrated");
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database migrated");
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", "migrated"))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
