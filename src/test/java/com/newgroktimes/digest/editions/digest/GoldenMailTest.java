package com.newgroktimes.digest.editions.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Some mails as they were last agreed to. A change of templates, words or look is seen here before a reader sees it: look at the
 * difference, then accept it with {@code -Dgolden.accept=true}.
 */
class GoldenMailTest {

    private static final Path AGREED = Path.of("src", "test", "resources", "golden");
    private static final Path NOW = Path.of("target", "golden");
    private static final boolean ACCEPT = Boolean.getBoolean("golden.accept");

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_STORIES", "ONE_STORY", "MARKUP_AS_TEXT", "RIGHT_TO_LEFT"})
    void theMailIsAsItWasAgreedTo(Specimen specimen) throws IOException {
        String name = specimen.name().toLowerCase(Locale.ROOT).replace('_', '-');

        compare(name + ".txt", "Subject: " + specimen.rendered().subject() + "\n\n" + specimen.text());
        compare(name + ".html", onePartALine(specimen.html()));
    }

    private static void compare(String name, String mail) throws IOException {
        Path agreed = AGREED.resolve(name);
        Path now = NOW.resolve(name);
        write(ACCEPT ? agreed : now, mail);
        if (!ACCEPT) {
            assertThat(now)
                    .as("%s; to see it whole: diff -u %s %s; to accept it: -Dgolden.accept=true", name, agreed, now)
                    .hasSameTextualContentAs(agreed);
        }
    }

    private static void write(Path file, String mail) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, mail);
    }

    /** So that a difference is a line, and not the mail. */
    private static String onePartALine(String html) {
        return html.replace("\r\n", "\n").replace("><", ">\n<");
    }
}
