package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;

/** The newest editions that readers may see. */
@Component
final class Latest {

    private static final int SHOWN = 3;

    private final Editions editions;
    private final EditionLines lines;

    Latest(Editions editions, EditionLines lines) {
        this.editions = editions;
        this.lines = lines;
    }

    List<EditionLine> editions(Locale locale) {
        return editions.publishedHeadlines(0, SHOWN).stream()
                .map(edition -> lines.of(edition, locale))
                .toList();
    }
}
