package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What no template of ours may contain, for mails and for pages. */
class TemplateRulesTest {

    @Test
    void noTemplateRunsWhatItWasGiven() throws IOException {
        assertThat(linesOfAll("mail-templates", "src/main/resources/pages"))
                .noneMatch(line -> line.matches(".*\\?(eval|eval_json|interpret|new|api)\\b.*"));
    }

    @Test
    void onlyStoryBodiesAreMarkupAlready() throws IOException {
        assertThat(linesOfAll("mail-templates"))
                .filteredOn(line -> line.contains("no_esc") || line.contains("noautoesc") || line.contains("noescape"))
                .containsExactly("<#macro safe html>${html?no_esc}</#macro>");
    }

    @Test
    void nothingThatMailProgramsChokeOnIsInTheLook() throws IOException {
        assertThat(linesOfAll("mail-templates"))
                .noneMatch(
                        line -> line.matches(
                                ".*(url\\(|@import|@font-face|@supports|var\\(--|rgba?\\(|<svg|<form|<video|\\d(rem)\\b|<link).*"));
    }

    private static List<String> linesOfAll(String... directories) throws IOException {
        var lines = new ArrayList<String>();
        for (String directory : directories) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }
}
