package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

import com.newgroktimes.digest.platform.StartRefused;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/** One service a data directory. The system lets the lock go when the process ends, however it ends. */
record DirectoryLock(FileChannel channel) implements AutoCloseable {

    static DirectoryLock take(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw new StartRefused(
                    "The data directory %s is in use by another service that runs now.".formatted(directory),
                    "Stop that service, or give this one a directory of its own in digest.data-directory.");
        }
        return new DirectoryLock(channel);
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
