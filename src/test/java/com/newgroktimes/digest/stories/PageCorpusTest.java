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

/** Pages of articles as papers and blogs build them, and pages that stand in the place of one. */
class PageCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/pages");

    private final Readings readings = new Readings(
            new StoryTexts(SamplePublication.PUBLICATION, ExpectedReading.JSON),
            SamplePublication.PUBLICATION,
            ExpectedReading.JSON);

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
    void aPageIsReadAsExpected(Path document) throws IOException {
        ExpectedReading expected = ExpectedReading.beside(document);

        Reading reading = readings.page(Files.readAllBytes(document), expected.type(), expected.url());

        expected.check(ExpectedReading.JSON.valueToTree(reading));
    }
}
