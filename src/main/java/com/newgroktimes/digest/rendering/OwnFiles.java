package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.newgroktimes.digest.platform.Problem;

/**
 * The publication's own template files, as they lay in its directory at one moment.
 *
 * @param contents by name, such as {@code digest/text.ftl}
 */
record OwnFiles(SortedMap<String, String> contents) {

    static final OwnFiles NONE = new OwnFiles(new TreeMap<>());

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DEPTH = 3;
    private static final long MOST_BYTES = 1_000_000;

    /** @throws Problem that names the directory or the file that cannot be read */
    static OwnFiles in(Path directory) {
        SortedMap<String, String> contents = new TreeMap<>();
        long room = MOST_BYTES;
        Path real = real(directory);
        for (Path file : list(directory)) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            mustLieIn(real, file, name);
            mustBeRegular(file, name);
            byte[] bytes = read(file, name, room);
            room -= bytes.length;
            contents.put(name, text(name, bytes));
        }
        return new OwnFiles(contents);
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.walk(directory, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().matches(".*\\.ftlh?"))
                    .filter(file -> Files.exists(file) && !Files.isDirectory(file))
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw unreadable("The directory " + directory.toAbsolutePath() + " cannot be read: " + e.getMessage());
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw unreadable("%s cannot be read: %s".formatted(path.toAbsolutePath(), e));
        }
    }

    /** Whoever may write templates may not therefore read whatever the service can, such as its keys. */
    private static void mustLieIn(Path directory, Path file, String name) {
        if (!real(file).startsWith(directory)) {
            throw unreadable(
                    "The template %s is a link out of the directory, and nothing is read there. Put the file itself in its place."
                            .formatted(name));
        }
    }

    /** A pipe or a device is waited for without end, or has none. */
    private static void mustBeRegular(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(
                    "The template %s is no regular file, and only those are read. Put the file itself in its place."
                            .formatted(name));
        }
    }

    private static byte[] read(Path file, String name, long room) {
        try {
            if (Files.size(file) > room) {
                throw unreadable("With %s the templates have more than %,d bytes.".formatted(name, MOST_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable("The template %s cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable("The template %s is not in UTF-8. Save it as that.".formatted(name));
        }
    }

    private static Problem unreadable(String what) {
        return new Problem(Problem.Kind.UNPROCESSABLE, "A mail template cannot be read", what);
    }
}
