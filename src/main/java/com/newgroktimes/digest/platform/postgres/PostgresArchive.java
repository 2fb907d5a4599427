package com.newgroktimes.digest.platform.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.platform.StartRefused;

/** The server's programs as they lie on the class path: a {@code .tar.xz} for this platform. */
record PostgresArchive(byte[] bytes) {

    static PostgresArchive forThisPlatform() throws IOException {
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine)) {
            return new PostgresArchive(archive.readAllBytes());
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "This build carries no PostgreSQL for %s on %s.".formatted(system(), machine),
                    "Build it on such a machine, or give the service a PostgreSQL in spring.datasource.url.",
                    e);
        }
    }

    /** Another release has other bytes, hence another name. */
    String name() {
        return "postgres-" + Sha256.of(bytes).hex().substring(0, 16);
    }

    void unpackInto(Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        boolean program = (entry.getMode() & 0100) != 0;
        if (program && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : "Linux";
    }
}
