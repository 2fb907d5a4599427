package com.newgroktimes.digest.operator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SampleStoriesTest {

    private final SampleDates dates =
            new SampleDates(LocalDateTime.parse("2026-11-16T06:00").atZone(ZoneId.of("UTC")));

    @TempDir
    private Path folder;

    @Test
    void everySampleIsCopiedWithItsPictureAndADate() throws IOException {
        new SampleStories().copyTo(folder, dates);

        List<Path> stories = files(folder);
        assertThat(stories).hasSizeGreaterThanOrEqualTo(12);
        assertThat(stories)
                .allSatisfy(story ->
                        assertThat(story).content().contains("2026-11-").doesNotContain("{week"));
        assertThat(files(folder.resolve("pictures"))).hasSameSizeAs(stories);
    }

    @Test
    void whatVisitorsPutBesideStays() throws IOException {
        Path own = Files.writeString(folder.resolve("own.md"), "mine");

        new SampleStories().copyTo(folder, dates);

        assertThat(own).hasContent("mine");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
