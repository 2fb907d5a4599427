package com.newgroktimes.digest.site;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** Moments as pages tell them: the day or the minute, in the publication's time zone. */
@Component
final class Days {

    private final Publication publication;
    private final Words words;

    Days(Publication publication, Words words) {
        this.publication = publication;
        this.words = words;
    }

    /** To the minute, with the zone. Empty for no moment. */
    String withTheTime(@Nullable Instant moment, Locale locale) {
        return moment == null ? "" : words.moments("page.moment", locale).format(moment.atZone(publication.timeZone()));
    }

    /** Empty for no moment. */
    String spelledOut(@Nullable Instant moment, Locale locale) {
        return moment == null
                ? ""
                : words.date(moment.atZone(publication.timeZone()).toLocalDate(), locale);
    }
}
