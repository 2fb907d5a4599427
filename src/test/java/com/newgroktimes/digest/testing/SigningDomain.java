package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.mail.dkim.KeyRecord;
import com.newgroktimes.digest.mail.dkim.NewKey;

import static java.util.Objects.requireNonNull;

/** A domain that signs its mail: keys in files, and what the DNS has of them. */
public final class SigningDomain {

    private final String domain;
    private final Path directory;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, String> records = new LinkedHashMap<>();
    private final List<NameServer> publishedAt = new CopyOnWriteArrayList<>();

    /** @param directory where the files of the keys go */
    public SigningDomain(String domain, Path directory) {
        this.domain = domain;
        this.directory = directory;
    }

    public SigningDomain withKey(String selector, Algorithm algorithm) {
        NewKey key = NewKey.make(algorithm, 2048);
        files.put(selector, write(directory.resolve(selector + ".pem"), key.pem()));
        records.put(KeyRecord.name(selector, domain), key.record());
        return this;
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String selector) {
        return requireNonNull(files.get(selector), selector);
    }

    /** What the DNS has of it. */
    public String record(String selector) {
        return requireNonNull(records.get(KeyRecord.name(selector, domain)), selector);
    }

    public List<KeyPlace> places() {
        return files.entrySet().stream()
                .map(key -> new KeyPlace(key.getKey(), key.getValue()))
                .toList();
    }

    /** Name and text of each. */
    public Map<String, String> records() {
        return records;
    }

    /** Another key in the file of one, which the DNS has from the same moment on. */
    public void replaceKey(String selector, Algorithm algorithm) {
        withKey(selector, algorithm);
        publishedAt.forEach(this::answerAt);
    }

    /** Lets a name server answer with them. */
    public SigningDomain publishAt(NameServer names) {
        publishedAt.add(names);
        return answerAt(names);
    }

    private SigningDomain answerAt(NameServer names) {
        records.forEach((name, text) -> names.texts(name, List.of(text.split("(?<=\\G.{255})"))));
        return this;
    }

    /** The address of a name server that has its records, for as long as this JVM runs. */
    String nameServer() {
        try {
            NameServer names = new NameServer();
            publishAt(names);
            return names.hostAndPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String domain() {
        return domain;
    }
}
