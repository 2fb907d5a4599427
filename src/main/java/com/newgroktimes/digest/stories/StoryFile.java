package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of the stories folder. Nothing outside the folder is read for it, by whatever path or link. */
record StoryFile(Path folder, Path path) {

    private static final int MOST_BYTES = 1_000_000;

    String name() {
        return path.getFileName().toString();
    }

    String nameWithoutEnding() {
        return name().substring(0, name().lastIndexOf('.'));
    }

    boolean isMarkdown() {
        return name().endsWith(".md");
    }

    /** @throws UnreadableFile where it is no regular file, too large, or not in UTF-8 */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path, MOST_BYTES)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("It is not in UTF-8. Save it in UTF-8.");
        }
    }

    /** @throws UnreadableFile where there is none, above the folder there may be none, it is no regular file, or it is too large */
    byte[] beside(String relative, int mostBytes) {
        try {
            return bytes(path.resolveSibling(relative), mostBytes);
        } catch (InvalidPathException e) {
            throw new UnreadableFile("\"%s\" is no path.".formatted(relative));
        }
    }

    private byte[] bytes(Path wanted, int mostBytes) {
        try {
            Path real = wanted.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new UnreadableFile(
                        "%s is outside the stories folder, and nothing is read there.".formatted(wanted.getFileName()));
            }
            // A pipe or a device is waited for without end, or has none.
            if (!Files.isRegularFile(real)) {
                throw new UnreadableFile(
                        "%s is no regular file, and only those are read.".formatted(wanted.getFileName()));
            }
            try (InputStream file = Files.newInputStream(real)) {
                return bounded(file, mostBytes);
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableFile("There is no file %s.".formatted(folder.relativize(wanted)));
        } catch (IOException e) {
            throw new UnreadableFile("%s cannot be read: %s."
                    .formatted(wanted.getFileName(), e.getClass().getSimpleName()));
        }
    }

    private static byte[] bounded(InputStream file, int mostBytes) throws IOException {
        byte[] bytes = file.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new UnreadableFile("It is larger than the %,d bytes that are taken.".formatted(mostBytes));
        }
        return bytes;
    }
}
