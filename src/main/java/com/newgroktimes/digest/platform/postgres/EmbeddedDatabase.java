package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.StartRefused;

/** The service's own PostgreSQL in its data directory. It comes back when it dies, and goes when it is closed. */
record EmbeddedDatabase(DirectoryLock lock, Server server, int port, Watch watch) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Throws {@link StartRefused} with what to do where it cannot run here. */
    static EmbeddedDatabase open(DataDirectory data) {
        try {
            DirectoryLock lock = DirectoryLock.take(data.root());
            try {
                return open(data.root(), lock);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw doesNotStart(data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw doesNotStart(data, e);
        }
    }

    private static EmbeddedDatabase open(Path root, DirectoryLock lock) throws IOException, InterruptedException {
        Path passwordFile = root.resolve("database-password");
        Login login = Login.in(passwordFile);
        Cluster cluster = new Cluster(Programs.unpackedIn(root), root.resolve("pg"));
        cluster.prepare(login, passwordFile);
        Server server = new Server(cluster, login);
        int port = server.bringUp(EmbeddedDatabase::freePort);
        log.info("The embedded PostgreSQL serves {} on port {}.", cluster.directory(), port);
        return new EmbeddedDatabase(lock, server, port, Watch.over(server, port));
    }

    String url() {
        return Server.url(port);
    }

    Login login() {
        return server.login();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        server.cluster().stop();
        lock.close();
    }

    /** A fixed one would lead a second service to the database of the first. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartRefused doesNotStart(DataDirectory data, Exception e) {
        return new StartRefused(
                "The embedded PostgreSQL in %s does not start: %s".formatted(data.root(), e.getMessage()),
                "Mend what it says there, or give the service a PostgreSQL in spring.datasource.url.",
                e);
    }
}
