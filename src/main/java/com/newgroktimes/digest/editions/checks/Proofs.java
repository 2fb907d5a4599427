package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.editions.digest.DigestRenderer;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** Renders an edition for the rules to look at. */
@Component
class Proofs {

    private static final List<String> MARKS = List.of("${", "#{", "%%", "<#", "</#");

    private static final Pattern ESCAPED = Pattern.compile("(?:&lt;|&#0*60;|&#[xX]0*3[cC];)(?=/?#)");

    private final DigestRenderer renderer;
    private final Publication publication;
    private final Words words;
    private final JsonMapper json;
    private final int blocks;

    Proofs(DigestRenderer renderer, Publication publication, Words words, JsonMapper json, EditionSettings settings) {
        this.renderer = renderer;
        this.publication = publication;
        this.words = words;
        this.json = json;
        this.blocks = settings.stories();
    }

    Proof of(Edition edition) {
        try {
            List<LongestCopy> copies = copies(edition);
            return new Proof(edition, publication, blocks, copies, leftover(edition, copies), null);
        } catch (Problem broken) {
            return new Proof(edition, publication, blocks, List.of(), List.of(), broken.detail());
        }
    }

    private List<LongestCopy> copies(Edition edition) {
        return words.languages().stream()
                .map(language -> copy(edition, language))
                .toList();
    }

    private LongestCopy copy(Edition edition, String language) {
        return LongestCopy.of(
                renderer.render(edition, new Variant(language, "html", List.of())),
                words.dates(Locale.forLanguageTag(language)),
                publication);
    }

    /** Stories may hold such marks, as text. So where there are any, look again at an edition that holds none. */
    private List<String> leftover(Edition edition, List<LongestCopy> copies) {
        return marks(copies).isEmpty()
                ? List.of()
                : marks(copies(withoutMarks(edition))).stream()
                        .filter(mark -> !isTyped(mark))
                        .toList();
    }

    /** What settings say is text too, whatever it looks like. */
    private boolean isTyped(String mark) {
        return Stream.concat(
                        Stream.of(publication.name(), publication.tagline(), publication.postalAddress()),
                        words.own().values().stream().flatMap(own -> own.values().stream()))
                .anyMatch(typed -> typed.contains(mark));
    }

    private static List<String> marks(List<LongestCopy> copies) {
        return MARKS.stream()
                .filter(mark -> copies.stream().anyMatch(copy -> copy.contains(mark)))
                .toList();
    }

    private Edition withoutMarks(Edition edition) {
        String written = json.writeValueAsString(edition);
        for (String mark : MARKS) {
            written = written.replace(mark, "-".repeat(mark.length()));
        }
        // In bodies, which are HTML, and in whatever looks like it: what is unescaped on the way becomes a mark.
        written = ESCAPED.matcher(written).replaceAll("-");
        return json.readValue(written, Edition.class);
    }
}
