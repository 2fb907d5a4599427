package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.RenderedVariant;

/** Renders each variant that somebody reads, once; a later attempt takes what was kept. */
@Component
final class Render {

    private final Editions editions;
    private final Variants variants;
    private final DigestMail mail;
    private final Clock clock;

    Render(Editions editions, Variants variants, DigestMail mail, Clock clock) {
        this.editions = editions;
        this.variants = variants;
        this.mail = mail;
        this.clock = clock;
    }

    void variants(Run run) {
        Edition edition = editions.find(run.edition()).orElseThrow();
        List<RenderedVariant> rendered = edition.frozenAt() == null
                ? editions.render(run.edition(), variants.wanted(edition))
                : editions.rendered(run.edition());
        Instant frozen = edition.frozenAt() == null ? clock.instant() : edition.frozenAt();
        run.serves(mail.copies(run.edition(), frozen, rendered));
    }
}
