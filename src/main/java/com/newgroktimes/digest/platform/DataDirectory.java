package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Where this service keeps its own files: the embedded database, the secrets, whatever a demo needs. */
public record DataDirectory(Path root) {

    /** Makes the directory where there is none. */
    static DataDirectory at(Path given) {
        Path root = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw notUsable(root, e);
        }
        if (!Files.isWritable(root)) {
            throw notUsable(root, null);
        }
        return new DataDirectory(root);
    }

    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** One within it, made where there is none. */
    public Path directory(String name) {
        return at(root.resolve(name)).root();
    }

    private static StartRefused notUsable(Path root, @Nullable IOException cause) {
        return new StartRefused(
                "The data directory %s cannot be written to by user %s."
                        .formatted(root, System.getProperty("user.name")),
                "Give that user the directory, or name another one in digest.data-directory.",
                cause);
    }
}
