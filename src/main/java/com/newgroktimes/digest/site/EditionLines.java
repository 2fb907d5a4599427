package com.newgroktimes.digest.site;

import java.time.Instant;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionHeadlines;
import com.newgroktimes.digest.editions.EditionHeadlines.Headline;

/** Tells of an edition in one line. */
@Component
final class EditionLines {

    private final Days days;

    EditionLines(Days days) {
        this.days = days;
    }

    EditionLine of(EditionHeadlines listed, Locale locale) {
        Edition edition = listed.edition();
        return new EditionLine(
                edition.number(),
                date(edition, locale),
                edition.subject(),
                listed.stories().stream()
                        .limit(1)
                        .map(Headline::headline)
                        .filter(lead -> !edition.subject().contains(lead))
                        .findFirst()
                        .orElse(""),
                listed.stories().size());
    }

    WebEdition.Remark remark(Edition.Remark remark, Locale locale) {
        return new WebEdition.Remark(days.spelledOut(remark.at(), locale), remark.why());
    }

    /** The day it went out. */
    String date(Edition edition, Locale locale) {
        Instant sent = edition.frozenAt() == null ? edition.closes() : edition.frozenAt();
        return days.spelledOut(sent, locale);
    }
}
