package com.newgroktimes.digest.operator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** What a reader gets, filled in for one who does not exist. Its personal links open nobody's pages. */
@Component
public class Previews {

    /** The copy that most readers get. */
    public static final Variant EVERYONE = new Variant("en", "html", List.of());

    private static final String NOBODY = "reader@example.org";

    private final Editions editions;
    private final Publication publication;
    private final Words words;
    private final Clock clock;

    Previews(Editions editions, Publication publication, Words words, Clock clock) {
        this.editions = editions;
        this.publication = publication;
        this.words = words;
        this.clock = clock;
    }

    public String html(int edition, Variant variant) {
        return editions.preview(edition, variant).skeleton().html(slots(variant));
    }

    public String text(int edition, Variant variant) {
        return editions.preview(edition, variant).skeleton().text(slots(variant));
    }

    public byte[] message(int edition, Variant variant) {
        RenderedVariant rendered = editions.preview(edition, variant);
        throw new UnsupportedOperationException(rendered.subject());
    }

    private Map<Slot, String> slots(Variant variant) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), publication.timeZone());
        return Map.of(
                Slot.ADDRESS, NOBODY,
                Slot.SIGNED_UP, words.date(today, Locale.forLanguageTag(variant.language())),
                Slot.UNSUBSCRIBE, publication.at("/u/preview").toString(),
                Slot.SETTINGS, publication.at("/settings/preview").toString());
    }
}
