package com.newgroktimes.digest.editions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.editions.digest.DigestRenderer;
import com.newgroktimes.digest.editions.digest.RenderedDigest;
import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.CONFLICT;
import static com.newgroktimes.digest.platform.Problem.Kind.UNPROCESSABLE;

/** Renders each variant of an edition once, and keeps what came of it: what is mailed, previewed and sent again are the same bytes. */
@Component
class Renderings {

    private final SkeletonTable skeletons;
    private final EditionTable editions;
    private final EditionContent content;
    private final Archive archive;
    private final DigestRenderer renderer;
    private final PreviewLinks previews;
    private final int most;

    Renderings(
            SkeletonTable skeletons,
            EditionTable editions,
            EditionContent content,
            Archive archive,
            DigestRenderer renderer,
            PreviewLinks previews,
            EditionSettings settings) {
        this.skeletons = skeletons;
        this.editions = editions;
        this.content = content;
        this.archive = archive;
        this.renderer = renderer;
        this.previews = previews;
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

    /** One that nobody has approved yet is. */
    boolean isAsApproved(Edition edition) {
        return edition.state().open() || content.isAsChecked(edition);
    }

    /** What was approved is what goes, or nothing does. */
    private void mustBeAsApproved(Edition edition) {
        if (!isAsApproved(edition)) {
            throw new Problem(
                            CONFLICT,
                            "Not what was approved",
                            "Edition %d was approved, and the templates or settings that make its mail were changed since. Nothing more was rendered: bring them back to what they were."
                                    .formatted(edition.number()))
                    .inWords("not-as-approved", edition.number());
        }
    }

    @Transactional(readOnly = true)
    List<RenderedVariant> rendered(int number) {
        return skeletons.of(number);
    }

    /** The variants of one revision, by id. */
    @Transactional(readOnly = true)
    Map<Integer, Variant> variants(int number, int revision) {
        return skeletons.variants(number, revision);
    }

    @Transactional(readOnly = true)
    RenderedVariant preview(int number, Variant variant) {
        Edition edition = archive.get(number);
        return kept(edition, variant).orElseGet(() -> render(0, edition, variant));
    }

    /** Nobody puts a story in between: the edition's hash is that of what was rendered. */
    @Transactional
    EditionProof proof(int number, Variant variant) {
        editions.lockContent();
        Edition edition = archive.get(number);
        mustHaveStories(edition);
        Optional<RenderedVariant> kept = edition.frozenAt() == null ? Optional.empty() : kept(edition, variant);
        return new EditionProof(edition, kept.orElseGet(() -> proof(edition, variant)));
    }

    private static void mustHaveStories(Edition edition) {
        if (edition.stories().isEmpty()) {
            throw new Problem(
                            UNPROCESSABLE,
                            "There is no story",
                            "Edition %d has no story, and so no mail. Add one, then test it. Nothing was sent."
                                    .formatted(edition.number()))
                    .inWords("nothing-to-test", edition.number());
        }
    }

    /** Until readers can see its page, the link to it leads to a preview. */
    private RenderedVariant proof(Edition edition, Variant variant) {
        mustBeAsApproved(edition);
        RenderedDigest mail = edition.frozenAt() == null
                ? renderer.render(edition, variant, previews.to(edition.number()))
                : renderer.render(edition, variant);
        return new RenderedVariant(0, variant, mail.subject(), mail.skeleton());
    }

    private Optional<RenderedVariant> kept(Edition edition, Variant variant) {
        return edition.changeable()
                ? Optional.empty()
                : skeletons.of(edition.number()).stream()
                        .filter(rendered -> rendered.variant().equals(variant))
                        .findFirst();
    }

    private RenderedVariant render(int id, Edition edition, Variant variant) {
        RenderedDigest mail = renderer.render(edition, variant);
        return new RenderedVariant(id, variant, mail.subject(), mail.skeleton());
    }
}
