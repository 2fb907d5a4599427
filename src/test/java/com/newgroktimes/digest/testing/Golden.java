package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails as they were last agreed to. A change of templates, words or look is seen here before a reader sees it: look at the
 * difference, then accept it with {@code -Dgolden.accept=true}.
 */
public final class Golden {

    private static final Path AGREED = Path.of("src", "test", "resources", "golden");
    private static final Path NOW = Path.of("target", "golden");
    private static final Pattern STYLE = Pattern.compile("(?s)<style.*?</style>");
    private static final boolean ACCEPT = Boolean.getBoolean("golden.accept");

    private Golden() {}

    /** @param name of its two files, without their endings */
    public static void compare(String name, String subject, String text, String html) throws IOException {
        compare(name + ".txt", "Subject: " + subject + "\n\n" + text);
        compare(name + ".html", onePartALine(html));
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
        String tags = html.replace("\r\n", "\n").replace("><", ">\n<");
        return STYLE.matcher(tags)
                .replaceAll(style -> Matcher.quoteReplacement(style.group().replace("}", "}\n")));
    }
}
