package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.newgroktimes.digest.testing.SamplePublication;

/** Feeds in the shapes in which programs make them, and in those into which they are broken. */
class FeedCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/feeds");

    private final Readings readings = new Readings(
            new StoryTexts(SamplePublication.PUBLICATION, ExpectedReading.JSON),
            SamplePublication.PUBLICATION,
            ExpectedReading.JSON);

    record Read(List<ReadStory> stories, List<String> ids, List<Flaw> problems, String title, String lang) {}

    static Stream<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            files.filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .forEach(documents::add);
        }
        return documents.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aFeedIsReadAsExpected(Path document) throws IOException {
        ExpectedReading expected = ExpectedReading.beside(document);
        FeedReading feed = readings.feed(Files.readAllBytes(document), expected.type(), expected.url());

        expected.check(ExpectedReading.JSON.valueToTree(told(feed)));
    }

    private static Read told(FeedReading feed) {
        List<Flaw> problems = new ArrayList<>(feed.flaws());
        for (int i = 0; i < feed.items().size(); i++) {
            for (Flaw flaw : feed.items().get(i).reading().flaws()) {
                problems.add(new Flaw("stories[%d].%s".formatted(i, flaw.field()), flaw.what()));
            }
        }
        return new Read(
                feed.items().stream().map(item -> item.reading().story()).toList(),
                feed.items().stream().map(item -> String.valueOf(item.id())).toList(),
                problems,
                String.valueOf(feed.title()),
                String.valueOf(feed.lang()));
    }
}
