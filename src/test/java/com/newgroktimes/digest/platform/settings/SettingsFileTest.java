package com.newgroktimes.digest.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.SpringFactoriesLoader;

import com.newgroktimes.digest.platform.StartRefused;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingsFileTest {

    private static final String SECRET = "s3cret-word";

    @TempDir
    private Path directory;

    @Test
    void bothKindsAreReadAsEver() throws IOException {
        assertThat(read("application.yml", "digest:\n  base-url: https://digest.example.org\n"))
                .isEqualTo("https://digest.example.org");
        assertThat(read("application.properties", "digest.base-url=https://digest.example.org\n"))
                .isEqualTo("https://digest.example.org");
    }

    /** In one directory, a file of the ending that comes last in this order goes before the others. */
    @Test
    void itStandsInThePlaceOfBothReadersOfSpringBoot() {
        assertThat(SpringFactoriesLoader.loadFactories(PropertySourceLoader.class, null))
                .extracting(Object::getClass)
                .startsWith(SettingsFile.class)
                .contains(PropertiesPropertySourceLoader.class, YamlPropertySourceLoader.class);
        assertThat(new SettingsFile().getFileExtensions()).containsExactly("properties", "xml", "yml", "yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digest:\\n\\tbase-url: x                     | 2 | a tab stands where YAML allows blanks alone",
                "digest:\\n  base-url: x\\n   mail: y          | 3 | a colon stands where none can",
                "digest:\\n  templates: a: b                  | 2 | a colon stands where none can",
                "a:\\n    b: 1\\n  c: 2                        | 3 | not as far in as the lines that it belongs to",
                "a: 1\\nb: \"s3cret-word\\nc: 2\\n             | 2 | a quotation mark is opened there and never closed",
                "a: 1\\nb: *s3cret-word                       | 2 | Put the value in quotation marks",
                "a: 1\\nb: %s3cret-word                       | 2 | Put the value in quotation marks",
                "a: 1\\nb: @s3cret-word                       | 2 | Put the value in quotation marks",
                "a: 1\\na: s3cret-word                        | 2 | found duplicate key a",
            })
    void whatIsNoYamlIsToldByFileLineAndSlip(String text, int line, String told) {
        StartRefused refused =
                refused("application.yml", text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(refused)
                .hasMessageContaining(
                        "%s, line %d, cannot be read: ".formatted(directory.resolve("application.yml"), line));
        assertThat(refused.getMessage() + " " + refused.remedy()).contains(told).doesNotContain(SECRET);
    }

    @Test
    void whatIsNotInUtf8IsTold() throws IOException {
        Path file = directory.resolve("application.yml");
        Files.write(file, "digest:\n  publication.name: Zürich\n".getBytes(ISO_8859_1));

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> load(file));

        assertThat(refused).hasMessageContainingAll(file.toString(), "no text in UTF-8");
    }

    @Test
    void aBackslashInPropertiesIsTold() {
        StartRefused refused = refused("application.properties", "digest.templates=C:\\users\\templates\n");

        assertThat(refused).hasMessageContainingAll("application.properties cannot be read", "\\u");
        assertThat(refused.remedy()).contains("Write two for one");
    }

    private String read(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        return load(file);
    }

    private StartRefused refused(String name, String text) {
        return catchThrowableOfType(StartRefused.class, () -> read(name, text));
    }

    private static String load(Path file) throws IOException {
        return String.valueOf(new SettingsFile()
                .load("a file", new FileSystemResource(file))
                .get(0)
                .getProperty("digest.base-url"));
    }
}
