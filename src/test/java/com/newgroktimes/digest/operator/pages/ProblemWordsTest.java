package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Wording;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemWordsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern NAMED = Pattern.compile("\\.inWords\\(\\s*\"([a-z-]+[a-z])\"");
    private static final Pattern FLAW = Pattern.compile("\"(flaw\\.[a-z-]+)\"");
    private static final Publication IN_BERLIN = new Publication(
            "Sample",
            "Sample",
            "1 Example Street",
            ZoneId.of("Europe/Berlin"),
            URI.create("https://digest.example.org"),
            URI.create("https://sample.example"),
            List.of());

    private final Words words = new Words();
    private final ProblemWords refusals = new ProblemWords(words, IN_BERLIN);

    @AfterEach
    void forgetsTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whateverNamesItsWordsHasThemAndATitle() throws IOException {
        Set<String> named = named();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(sources(FLAW)).hasSizeGreaterThan(10).allMatch(words::has, "has its words");
        assertThat(named)
                .allMatch(key -> words.has("problem." + key), "has its words")
                .allMatch(key -> words.has("problem." + key + ".title"), "has its title");
    }

    /** Where the key is chosen among several, they stand here. */
    private static Set<String> named() throws IOException {
        Set<String> named = sources(NAMED);
        named.addAll(List.of("not-paused", "not-resumed", "not-stopped", "not-ended", "not-withdrawn"));
        return named;
    }

    private static Set<String> sources(Pattern key) throws IOException {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                key.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    @Test
    void momentsAreOfThePublicationsZoneAndStatesOfTheReadersLanguage() {
        Problem waits = new Problem(Problem.Kind.CONFLICT, "The feed is left alone", "In English.")
                .inWords("feed-waits", "Harbour", Instant.parse("2026-11-25T12:00:00Z"));
        Problem sent = new Problem(Problem.Kind.CONFLICT, "Already under way or done", "In English.")
                .inWords("under-way", 7, EditionState.SENT);
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(refusals.detail(waits)).contains("Harbour", "25. November 2026, 13:00");
        assertThat(refusals.title(sent)).isEqualTo("Schon unterwegs oder fertig");
        assertThat(refusals.detail(sent)).startsWith("Ausgabe 7 ist verschickt.");
    }

    @Test
    void severalSentencesAreToldOneAfterTheOther() {
        Problem flawed = new Problem(
                        Problem.Kind.UNPROCESSABLE, "The edition cannot be changed like this", "In English.")
                .inWords(
                        "edition-flawed",
                        List.of(
                                Wording.of("flaw.long", "stories[0].headline", 301, 300),
                                Wording.of("flaw.elsewhere", "Docks", 7)));
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(refusals.detail(flawed))
                .isEqualTo("Eine Überschrift hat 301 Zeichen, und 300 sind das Höchste. Kürzen Sie."
                        + " „Docks“ ist in Ausgabe 7, die verschickt oder freigegeben wurde: Eine Geschichte wird einmal verschickt."
                        + " Nichts wurde geändert.");
    }

    @Test
    void whatNamesNoneIsToldInEnglish() {
        Problem plain = new Problem(Problem.Kind.CONFLICT, "A title", "A sentence.");
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(refusals.speaks(plain)).isFalse();
        assertThat(refusals.title(plain)).isEqualTo("A title");
        assertThat(refusals.detail(plain)).isEqualTo("A sentence.");
    }
}
