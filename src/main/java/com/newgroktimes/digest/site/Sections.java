package com.newgroktimes.digest.site;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.Story;

/** The sections that a reader can choose from: the publication's or, where it names none, those that editions had of late. */
@Component
final class Sections {

    private static final int LATE_EDITIONS = 8;

    private final Publication publication;
    private final Editions editions;

    Sections(Publication publication, Editions editions) {
        this.publication = publication;
        this.editions = editions;
    }

    List<String> all() {
        return publication.sections().isEmpty() ? ofLate() : publication.sections();
    }

    private List<String> ofLate() {
        return editions.published(0, LATE_EDITIONS).stream()
                .map(Edition::stories)
                .flatMap(List::stream)
                .map(story -> story.content())
                .map(Story::section)
                .filter(section -> section != null && !section.isBlank())
                .distinct()
                .sorted()
                .toList();
    }
}
