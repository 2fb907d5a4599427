package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Archive;

/** The newest editions that readers may see. */
@Component
final class Latest {

    private static final int SHOWN = 3;

    private final Archive archive;
    private final EditionLines lines;

    Latest(Archive archive, EditionLines lines) {
        this.archive = archive;
        this.lines = lines;
    }

    List<EditionLine> editions(Locale locale) {
        return archive.publishedHeadlines(0, SHOWN).stream()
                .map(edition -> lines.of(edition, locale))
                .toList();
    }
}
