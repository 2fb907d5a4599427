package com.newgroktimes.digest.mail.catching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mails as files, numbered as they come: {@code 000001.eml}. */
public final class MailFolder {

    private static final String ENDING = ".eml";
    private static final Pattern ID = Pattern.compile("[0-9]{6,9}");

    private final Path folder;
    private int last;

    /** Goes on counting behind what is there. */
    public MailFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for caught mail cannot be made: " + folder, e);
        }
        last = newestFirst().stream().findFirst().map(Integer::parseInt).orElse(0);
    }

    /** When this returns, the mail outlives a power cut. */
    public synchronized void keep(byte[] mail) {
        Path file = folder.resolve("%06d".formatted(last + 1) + ENDING);
        Path written = folder.resolve("coming");
        try {
            write(mail, written);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("A caught mail cannot be written to " + file, e);
        }
        last++;
    }

    private static void write(byte[] mail, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(mail); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes the new name durable, where the system lets a directory be opened: Windows does not. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the mail itself is written
        }
    }

    /** One that is not there is gone already. */
    public void remove(String id) {
        find(id).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("A caught mail cannot be deleted: " + file, e);
            }
        });
    }

    /** The ids of all mails. */
    public List<String> newestFirst() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(Comparator.comparing(Integer::valueOf, Comparator.reverseOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder with caught mail cannot be read: " + folder, e);
        }
    }

    /** Empty for whatever is no id of ours, a path among them. */
    public Optional<Path> find(String id) {
        return Optional.of(id)
                .filter(given -> ID.matcher(given).matches())
                .map(given -> folder.resolve(given + ENDING))
                .filter(Files::isRegularFile);
    }
}
