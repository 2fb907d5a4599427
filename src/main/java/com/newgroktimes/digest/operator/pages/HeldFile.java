package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/**
 * A file that was sent, whole, before anything is taken from it. It has no name on the disk from the start: once it is closed, or
 * the process dies, nothing of it is left to be found.
 */
final class HeldFile implements AutoCloseable {

    /** Some five million readers with their evidence. */
    static final long MOST = 512L * 1024 * 1024;

    private static final int PIECE = 64 * 1024;
    private static final Logger log = LoggerFactory.getLogger(HeldFile.class);

    private final FileChannel channel;
    private final String sha256;

    private HeldFile(FileChannel channel, String sha256) {
        this.channel = channel;
        this.sha256 = sha256;
    }

    /** @throws Problem where it is too large, breaks off, or cannot be written down */
    static HeldFile of(InputStream sent, Path directory) {
        return of(sent, directory, MOST);
    }

    static HeldFile of(InputStream sent, Path directory, long most) {
        try {
            return write(sent, directory, most);
        } catch (IOException e) {
            log.error("A file that was sent could not be written to {}", directory, e);
            throw noRoom(directory);
        }
    }

    private static HeldFile write(InputStream sent, Path directory, long most) throws IOException {
        Path path = Files.createTempFile(directory, "upload", "");
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            String sha256 = copy(sent, channel, most);
            channel.position(0);
            return new HeldFile(channel, sha256);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** 64 digits. */
    String sha256() {
        return sha256;
    }

    InputStream stream() {
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static Problem tooLarge() {
        return new Problem(
                Kind.TOO_LARGE,
                "The file is too large",
                "A file may have %d MB here. Nothing was taken. Cut it in several, each with the first line, or send it to the API."
                        .formatted(MOST / 1024 / 1024));
    }

    private static Problem noRoom(Path directory) {
        return new Problem(
                Kind.UNAVAILABLE,
                "There is no room for the file",
                "It could not be written down in %s while it is looked at; most likely the disk is full. Nothing was taken. Make room there, or send it to the API, which writes no file."
                        .formatted(directory));
    }

    private static String copy(InputStream sent, FileChannel channel, long most) throws IOException {
        MessageDigest digest = sha256Digest();
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
        byte[] piece = new byte[PIECE];
        long total = 0;
        for (int read = next(sent, piece); read >= 0; read = next(sent, piece)) {
            total += read;
            if (total > most) {
                throw tooLarge();
            }
            out.write(piece, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int next(InputStream sent, byte[] piece) {
        try {
            return sent.read(piece);
        } catch (IOException e) {
            throw new Problem(
                    Kind.INVALID, "The file broke off", "It did not come whole. Nothing was taken; send it again.");
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
