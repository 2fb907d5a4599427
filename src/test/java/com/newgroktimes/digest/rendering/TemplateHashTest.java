package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** By which evidence of consent names the text of a mail: a release with another text has another one. */
class TemplateHashTest {

    @TempDir
    private Path release;

    @Test
    void whatLettersShareCounts() throws IOException {
        assertThat(hashWith("letter/letter.ftlh")).isNotEqualTo(hash());
    }

    @Test
    void soDoesWhatAllMailsShareAndWhatIsOfTheLetterAlone() throws IOException {
        assertThat(hashWith("frame.ftlh")).isNotEqualTo(hash());
        assertThat(hashWith("confirmation/text.ftl")).isNotEqualTo(hash());
    }

    @Test
    void whatIsOfAnotherLetterDoesNot() throws IOException {
        assertThat(hashWith("welcome/text.ftl")).isEqualTo(hash());
    }

    private static String hash() {
        return JarTemplates.mail().hash("confirmation");
    }

    /** As a release that has another text in this file. */
    private String hashWith(String file) throws IOException {
        Path changed = release.resolve("mail-templates").resolve(file);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, "Another text");
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {release.toUri().toURL()}, usual)) {
            Thread.currentThread().setContextClassLoader(loader);
            return hash();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }
}
