package com.newgroktimes.digest.delivery.run;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;

/** Renders each variant that somebody reads, once; a later attempt takes what was kept. */
@Component
final class Render {

    private final Editions editions;
    private final Variants variants;

    Render(Editions editions, Variants variants) {
        this.editions = editions;
        this.variants = variants;
    }

    void variants(Run run) {
        Edition edition = editions.get(run.edition());
        if (edition.frozenAt() == null) {
            editions.render(run.edition(), variants.wanted(edition));
        }
    }
}
