package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Files that only the service's own user may read. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Writes a new file of mode 0600. It is on the disk whole or not at all; one that exists is left alone. */
    public static void write(Path file, String content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, "." + file.getFileName(), "");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
