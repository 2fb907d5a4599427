package com.newgroktimes.digest.editions.digest;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.mail.Skeleton.Marks;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.MailTemplates;
import com.newgroktimes.digest.rendering.PageLanguage;
import com.newgroktimes.digest.rendering.RenderedMail;
import com.newgroktimes.digest.rendering.Words;

/** Renders a variant of an edition, once for all of its readers. */
@Component
public class DigestRenderer {

    /** The directory of its templates. */
    public static final String TEMPLATES = "digest";

    private final MailTemplates templates;
    private final Layout layout;
    private final Publication publication;
    private final Clock clock;

    DigestRenderer(
            MailTemplates templates, Words words, EditionSettings settings, Publication publication, Clock clock) {
        this.templates = templates;
        this.layout = new Layout(publication, words, settings.stories());
        this.publication = publication;
        this.clock = clock;
    }

    /** Dated today, in the publication's zone. */
    public RenderedDigest render(Edition edition, Variant variant) {
        return render(edition, variant, publication.at("/editions/" + edition.number()));
    }

    /** @param page where it can be read in a browser */
    public RenderedDigest render(Edition edition, Variant variant, URI page) {
        Marks marks = Marks.random();
        Locale language = Locale.forLanguageTag(variant.language());
        URI inTheirLanguage = PageLanguage.asking(page, language);
        var model =
                Map.of("edition", layout.of(edition, variant, today(), inTheirLanguage), "slots", SlotMarks.of(marks));
        if (variant.format().equals("text")) {
            RenderedMail mail = templates.renderText(TEMPLATES, model, language);
            return new RenderedDigest(mail.subject(), Skeleton.cut(mail.text(), marks));
        }
        RenderedMail mail = templates.render(TEMPLATES, model, language);
        return new RenderedDigest(mail.subject(), Skeleton.cut(mail.text(), mail.html(), marks));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), publication.timeZone());
    }
}
