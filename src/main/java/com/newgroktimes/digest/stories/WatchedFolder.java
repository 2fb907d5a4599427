package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Whether the stories folder is to be read: it has changed since, and nothing in it has moved between two looks. A file that somebody
 * is still writing is left alone.
 */
@Component
class WatchedFolder {

    /** Stories, and the folders of their pictures. */
    private static final int DEPTH = 3;

    private static final int MOST = 20_000;

    private List<String> seen = List.of();
    private List<String> read = List.of();

    /** As long as what it has changed to was not read. */
    synchronized boolean isToBeRead(Path folder) {
        List<String> now = look(folder);
        boolean still = now.equals(seen);
        seen = now;
        return still && !now.equals(read);
    }

    /** All of it, as it was when it was last looked at. */
    synchronized void wasRead() {
        read = seen;
    }

    private static List<String> look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, attributes) -> attributes.isRegularFile())) {
            return files.limit(MOST).map(WatchedFolder::print).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static String print(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s".formatted(file, attributes.size(), attributes.lastModifiedTime());
        } catch (IOException gone) {
            return "%s is gone".formatted(file);
        }
    }
}
