package com.newgroktimes.digest.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.platform.Publication;

/** What search engines may look at (sitemaps.org, RFC 9309). */
@Controller
class SiteMap {

    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** Of the 50,000 that one map may have; no map of maps is needed before nine centuries of weeks. */
    private static final int MOST_EDITIONS = 49_000;

    private static final String ROBOTS = """
            # What is behind a reader's link is nobody else's.
            User-agent: *
            Disallow: /confirm/
            Disallow: /u/
            Disallow: /settings/
            Disallow: /not-me/
            Disallow: /editions/*/preview/
            Disallow: /console
            Disallow: /api/
            Disallow: /actuator/

            Sitemap: %s
            """;

    private final Archive archive;
    private final Publication publication;
    private final XmlDocuments documents;

    SiteMap(Archive archive, Publication publication, XmlDocuments documents) {
        this.archive = archive;
        this.publication = publication;
        this.documents = documents;
    }

    /** @param changed null: not known */
    public record Place(String path, @Nullable Instant changed) {}

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> map() {
        List<Place> all = archive.publishedHeads(MOST_EDITIONS).stream()
                .map(SiteMap::place)
                .toList();
        Instant newest = all.stream()
                .map(Place::changed)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Place> places = Stream.concat(
                        Stream.of(
                                new Place("/", newest),
                                new Place("/editions", newest),
                                new Place("/help", null),
                                new Place("/privacy", null)),
                        all.stream())
                .toList();
        return ResponseEntity.ok()
                .contentType(XML)
                .body(documents.render("site/sitemap", Map.of("places", places), Locale.ROOT));
    }

    private static Place place(Edition edition) {
        Optional<Instant> changed = edition.changedAt();
        return new Place("/editions/" + edition.number(), changed.orElse(null));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(TEXT).body(ROBOTS.formatted(publication.at("/sitemap.xml")));
    }
}
