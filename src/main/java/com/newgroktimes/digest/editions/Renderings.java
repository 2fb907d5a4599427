package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.digest.DigestRenderer;
import com.newgroktimes.digest.editions.digest.RenderedDigest;
import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.CONFLICT;

/** Renders each variant of an edition once, and keeps what came of it: what is mailed, previewed and sent again are the same bytes. */
@Component
class Renderings {

    private final SkeletonTable skeletons;
    private final EditionTable editions;
    private final EditionContent content;
    private final Archive archive;
    private final DigestRenderer renderer;
    private final int most;

    Renderings(
            SkeletonTable skeletons,
            EditionTable editions,
            EditionContent content,
            Archive archive,
            DigestRenderer renderer,
            EditionSettings settings) {
        this.skeletons = skeletons;
        this.editions = editions;
        this.content = content;
        this.archive = archive;
        this.renderer = renderer;
        this.most = settings.variants();
    }

    @Transactional
    List<RenderedVariant> render(int number, Collection<Variant> wanted) {
        editions.lockContent();
        Edition edition = archive.get(number);
        var kept = new ArrayList<>(skeletons.of(number));
        var missing = new LinkedHashSet<>(wanted);
        kept.forEach(rendered -> missing.remove(rendered.variant()));
        if (!missing.isEmpty()) {
            mustBeAsApproved(edition);
        }
        for (Variant variant : missing) {
            // Without all sections in their language and format, some would get nothing that they can read.
            if (kept.size() < most || variant.sections().isEmpty()) {
                RenderedVariant rendered = render(kept.size() + 1, edition, variant);
                skeletons.keep(edition, rendered);
                kept.add(rendered);
            }
        }
        return kept;
    }

    /** What was approved is what goes, or nothing does. */
    private void mustBeAsApproved(Edition edition) {
        if (!edition.state().open() && !content.isAsChecked(edition)) {
            throw new Problem(
                    CONFLICT,
                    "Not what was approved",
                    "Edition %d was approved, and the templates or settings that make its mail were changed since. Nothing more was rendered: bring them back to what they were."
                            .formatted(edition.number()));
        }
    }

    @Transactional(readOnly = true)
    List<RenderedVariant> rendered(int number) {
        return skeletons.of(number);
    }

    @Transactional(readOnly = true)
    RenderedVariant preview(int number, Variant variant) {
        Edition edition = archive.get(number);
        Optional<RenderedVariant> kept = edition.state().open()
                ? Optional.empty()
                : skeletons.of(number).stream()
                        .filter(rendered -> rendered.variant().equals(variant))
                        .findFirst();
        return kept.orElseGet(() -> render(0, edition, variant));
    }

    private RenderedVariant render(int id, Edition edition, Variant variant) {
        RenderedDigest mail = renderer.render(edition, variant);
        return new RenderedVariant(id, variant, mail.subject(), mail.skeleton());
    }
}
