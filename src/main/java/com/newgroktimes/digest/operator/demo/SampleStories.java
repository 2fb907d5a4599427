package com.newgroktimes.digest.operator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The stories that come with the jar, and the pictures beside them. */
final class SampleStories {

    private static final String INSIDE = "samples/stories/";

    /** Puts each into the folder; one that is there already is written anew. */
    void copyTo(Path folder, SampleDates dates) {
        try {
            for (Resource sample :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + INSIDE + "**/*.*")) {
                copy(sample, folder.resolve(name(sample)), dates);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Resource sample, Path file, SampleDates dates) throws IOException {
        Files.createDirectories(file.getParent());
        if (isStory(file)) {
            Files.writeString(file, dates.fillIn(sample.getContentAsString(UTF_8)));
            return;
        }
        try (InputStream picture = sample.getInputStream()) {
            Files.copy(picture, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isStory(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") || name.endsWith(".txt");
    }

    private static String name(Resource sample) throws IOException {
        String url = sample.getURL().toString();
        return url.substring(url.lastIndexOf(INSIDE) + INSIDE.length());
    }
}
