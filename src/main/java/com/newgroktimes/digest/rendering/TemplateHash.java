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

/** Tells whether a mail would still be made from the same files: its own, those that mails share, and the words. */
final class TemplateHash {

    private final SortedMap<String, byte[]> contents = new TreeMap<>();

    private TemplateHash() {}

    /** SHA-256, in hex. A file of the publication's own counts instead of the jar's. */
    static String of(String mail, OwnFiles own, CommonModel common) {
        var hash = new TemplateHash();
        try {
            for (Resource bundle : common.words().files()) {
                hash.contents.put(String.valueOf(bundle.getFilename()), content(bundle));
            }
            for (Resource file : inTheJar()) {
                hash.addTemplate(mail, name(file), content(file));
            }
            own.contents()
                    .forEach((name, content) -> hash.addTemplate(mail, name, content.getBytes(StandardCharsets.UTF_8)));
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

    private static Resource[] inTheJar() throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + TemplateSet.IN_THE_JAR + "/**/*.ftl*");
    }

    /** Such as {@code digest/text.ftl}. */
    private static String name(Resource file) throws IOException {
        String path = file.getURL().getPath();
        String root = "/" + TemplateSet.IN_THE_JAR + "/";
        return path.substring(path.lastIndexOf(root) + root.length());
    }

    private static byte[] content(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private void addTemplate(String mail, String name, byte[] content) {
        if (!isOfAnotherMail(mail, name)) {
            contents.put(name, content);
        }
    }

    /** A directory without a subject is no mail's: what lies in it, mails share. */
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
