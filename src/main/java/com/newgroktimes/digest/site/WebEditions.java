package com.newgroktimes.digest.site;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;

/** Tells an edition whole, as its page does. */
@Component
final class WebEditions {

    private final EditionLines lines;
    private final int blocks;

    WebEditions(EditionLines lines, EditionSettings settings) {
        this.lines = lines;
        this.blocks = settings.stories();
    }

    WebEdition of(Edition edition, Locale locale) {
        List<WebEdition.Remark> corrections = edition.corrections().stream()
                .map(correction -> lines.remark(correction, locale))
                .toList();
        return WebEdition.of(edition, blocks, lines.date(edition, locale), corrections);
    }
}
