package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

import com.newgroktimes.digest.platform.StartRefused;

/** The way to the server on our cluster: found running or started, and always asked whether it is the right one. */
record Server(Cluster cluster, Login login) {

    private static final int ATTEMPTS = 12;

    /** Nothing listens there (yet), it hung up, or it is starting or stopping (SQLSTATE classes 08 and 57P). */
    private static final Set<String> NOT_NOW = Set.of("08001", "08006", "57P01", "57P02", "57P03");

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The port of a server that answers and is ours. Asks for one to start it on where none is running. */
    int bringUp(IntSupplier ports) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Optional<PostmasterFile> running = cluster.running();
            if (running.isPresent() && answers(running.get())) {
                return running.get().port();
            }
            if (running.isEmpty()) {
                start(ports.getAsInt(), attempt);
            }
        }
    }

    /** After a crash it may take some seconds until the last process of the old server has let go of its memory. */
    private void start(int port, int attempt) throws IOException, InterruptedException {
        try {
            cluster.start(port);
        } catch (IOException e) {
            if (attempt >= ATTEMPTS) {
                throw e;
            }
            Thread.sleep(500);
        }
    }

    /** Waits while it starts, recovers or stops. False when it is gone. */
    private boolean answers(PostmasterFile server) throws IOException, InterruptedException {
        while (cluster.running().isPresent()) {
            try {
                compareDirectories(server.port());
                return true;
            } catch (SQLException e) {
                if (!NOT_NOW.contains(e.getSQLState())) {
                    throw new IOException("The server on port " + server.port() + " refuses us: " + e.getMessage(), e);
                }
                Thread.sleep(200);
            }
        }
        return false;
    }

    private void compareDirectories(int port) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url(port), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet directory = statement.executeQuery("show data_directory")) {
            directory.next();
            String theirs = directory.getString(1);
            if (!Files.isSameFile(Path.of(theirs), cluster.directory())) {
                throw new StartRefused(
                        "The PostgreSQL on port %d serves %s, not our %s.".formatted(port, theirs, cluster.directory()),
                        "Stop whatever runs on that port, and start again.");
            }
        }
    }
}
