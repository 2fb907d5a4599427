package com.newgroktimes.digest.site;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Archive;
import com.newgroktimes.digest.editions.EditionHeadlines;
import com.newgroktimes.digest.editions.EditionHeadlines.Headline;
import com.newgroktimes.digest.platform.Publication;

/** The sections that a reader can choose from: the publication's or, where it names none, those that editions had of late. */
@Component
final class Sections {

    private static final int LATE_EDITIONS = 8;

    private final Publication publication;
    private final Archive archive;

    Sections(Publication publication, Archive archive) {
        this.publication = publication;
        this.archive = archive;
    }

    List<String> all() {
        return publication.sections().isEmpty() ? ofLate() : publication.sections();
    }

    private List<String> ofLate() {
        return archive.publishedHeadlines(0, LATE_EDITIONS).stream()
                .map(EditionHeadlines::stories)
                .flatMap(List::stream)
                .map(Headline::section)
                .filter(section -> section != null && !section.isBlank())
                .distinct()
                .sorted()
                .toList();
    }
}
