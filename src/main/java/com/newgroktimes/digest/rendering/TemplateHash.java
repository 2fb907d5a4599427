package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import com.newgroktimes.digest.platform.Sha256;

/** Tells whether a mail would still be made from the same files: its own, those at the top that mails share, and the words. */
final class TemplateHash {

    private final SortedMap<String, byte[]> contents = new TreeMap<>();

    private TemplateHash() {}

    /** SHA-256, in hex. A file of the publication's own counts instead of the jar's. */
    static String of(String mail, OwnFiles own, CommonModel common) {
        var hash = new TemplateHash();
        try {
            for (Resource bundle : common.words().files()) {
                hash.add(bundle, "");
            }
            hash.addFromJar(TemplateSet.IN_THE_JAR + "/*.ftl*", "");
            hash.addFromJar(TemplateSet.IN_THE_JAR + "/" + mail + "/*.ftl*", mail + "/");
            own.contents().forEach((name, content) -> hash.addOwn(mail, name, content));
            hash.add("look", common.look());
            hash.add("words", common.words().own());
        } catch (IOException e) {
            throw new UncheckedIOException("The templates of the mail \"" + mail + "\" cannot be read.", e);
        }
        return hash.sha256();
    }

    private void add(String name, Object settings) {
        contents.put(name, settings.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addFromJar(String pattern, String prefix) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
            add(file, prefix);
        }
    }

    private void add(Resource file, String prefix) throws IOException {
        try (InputStream in = file.getInputStream()) {
            contents.put(prefix + file.getFilename(), in.readAllBytes());
        }
    }

    private void addOwn(String mail, String name, String content) {
        if (!isOfAnotherMail(mail, name)) {
            contents.put(name, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isOfAnotherMail(String mail, String name) {
        String directory = name.substring(0, Math.max(0, name.indexOf('/')));
        return !directory.isEmpty()
                && !directory.equals(mail)
                && new ClassPathResource("%s/%s/subject.ftl".formatted(TemplateSet.IN_THE_JAR, directory)).exists();
    }

    private String sha256() {
        return Sha256.of(contents.entrySet().stream()
                        .flatMap(file -> Stream.of(head(file.getKey(), file.getValue()), file.getValue()))
                        .toArray(byte[][]::new))
                .hex();
    }

    /** With the length, so that a line moved from one file's end to the next one's start is a change. */
    private static byte[] head(String name, byte[] content) {
        return (name + ":" + content.length + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
