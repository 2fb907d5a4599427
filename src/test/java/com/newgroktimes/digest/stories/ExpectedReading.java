package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document is expected to be read as. A line of its file says one thing: {@code stories.0.headline = A headline},
 * {@code stories.0.bodyHtml ~ words in it}, {@code stories.0.bodyHtml !~ words not in it}, {@code stories = 3} for how many there are. Above
 * those, {@code type: text/xml; charset=utf-8} and {@code url: https://…} say how it came. Null is written so, and a line end as {@code \n}.
 */
record ExpectedReading(Path file, List<String> lines) {

    static ExpectedReading beside(Path document) throws IOException {
        Path file = document.resolveSibling(document.getFileName() + ".expected");
        return new ExpectedReading(file, Files.readAllLines(file));
    }

    @Nullable
    String type() {
        return header("type: ");
    }

    @Nullable
    URI url() {
        String url = header("url: ");
        return url == null ? null : URI.create(url);
    }

    private @Nullable String header(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHeader(String line) {
        return line.startsWith("type: ") || line.startsWith("url: ");
    }

    /** Every line that does not hold is named. */
    void check(JsonNode read) {
        SoftAssertions softly = new SoftAssertions();
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" (?=(?:=|~|!~)(?: |$))", 2);
            if (parts.length == 2 && !isHeader(line)) {
                said.add(line);
                check(softly, line, at(read, parts[0]), parts[1]);
            }
        }
        softly.assertThat(said).as("expectations in %s", file).isNotEmpty();
        softly.assertAll();
    }

    private static JsonNode at(JsonNode read, String path) {
        return read.at("/" + path.replace('.', '/'));
    }

    private static void check(SoftAssertions softly, String line, JsonNode read, String expectation) {
        String[] parts = expectation.split(" ", 2);
        String expected = parts.length < 2 ? "" : parts[1].replace("\\n", "\n");
        String found = read.isArray() && expected.matches("\\d+") ? String.valueOf(read.size()) : text(read);
        switch (parts[0]) {
            case "=" -> softly.assertThat(found).as(line).isEqualTo(expected);
            case "~" -> softly.assertThat(found).as(line).contains(expected);
            case "!~" -> softly.assertThat(found).as(line).doesNotContain(expected);
            default -> softly.fail("No expectation: %s", line);
        }
    }

    private static String text(JsonNode read) {
        if (read.isMissingNode()) {
            return "(nothing there)";
        }
        return read.isContainer() ? read.toString() : read.isNull() ? "null" : read.asString();
    }

    static final JsonMapper JSON = JsonMapper.builder().build();
}
