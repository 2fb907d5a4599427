package com.newgroktimes.digest.delivery.run;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.Serving;
import com.newgroktimes.digest.delivery.ledger.Taste;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.RenderedVariant;
import com.newgroktimes.digest.editions.Variant;

import static java.util.stream.Collectors.toCollection;

/** Which variants an edition needs, and which of them each reader gets. */
@Component
final class Variants {

    private static final Logger log = LoggerFactory.getLogger(Variants.class);

    /** Readers change their minds while it is written down who gets what, but not for ever. */
    private static final int TURNS = 20;

    private final Audience audience;
    private final Editions editions;
    private final int most;

    Variants(Audience audience, Editions editions, EditionSettings settings) {
        this.audience = audience;
        this.editions = editions;
        this.most = settings.variants();
    }

    /** Where there are more than fit, those that most readers want, and parts of the others; where not even these fit, all sections. */
    Set<Variant> wanted(Edition edition) {
        List<Taste> tastes = audience.tastes();
        List<Variant> exact = exact(edition, tastes);
        if (!exact.isEmpty()) {
            Optional<Set<Variant>> fitting = VariantCover.of(exact, most);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        Stream<Variant> shared = tastes.stream().map(this::allSections);
        return Stream.concat(shared, exact.stream()).distinct().limit(most).collect(toCollection(LinkedHashSet::new));
    }

    /** All sections first: nothing is a part of them. Then those that most readers want. */
    private List<Variant> exact(Edition edition, List<Taste> tastes) {
        return tastes.stream()
                .filter(taste -> hasStories(edition, taste))
                .map(taste -> exactly(edition, taste))
                .distinct()
                .sorted(Comparator.comparing(variant -> !variant.sections().isEmpty()))
                .toList();
    }

    /**
     * Until all could be written down. What may have to be rendered for is looked at outside the writing's transaction: rendering keeps
     * others from editions' content, and there may be a million rows.
     *
     * @param writing false where a taste came up that nobody had a moment before
     */
    void serve(Edition edition, Predicate<List<Serving>> writing) {
        for (int turn = 0; turn < TURNS; turn++) {
            if (writing.test(servings(edition))) {
                return;
            }
        }
        throw new IllegalStateException(
                "Readers of edition %d changed what they want %d times while it was written down who gets it."
                        .formatted(edition.number(), TURNS));
    }

    /**
     * Needs no transaction of the caller's. Whose variant is not among the rendered ones gets a part of it where there were too many, and
     * else, as where they have changed their mind since, all sections of their language and format, rendered now if they were not.
     */
    List<Serving> servings(Edition edition) {
        List<Taste> tastes = audience.tastes();
        List<RenderedVariant> rendered = editions.rendered(edition.number());
        boolean tooMany = exact(edition, tastes).size() > most;
        Set<Variant> lacking = tastes.stream()
                .filter(taste -> hasStories(edition, taste)
                        && variant(edition, taste, rendered, tooMany).isEmpty())
                .map(this::allSections)
                .collect(toCollection(LinkedHashSet::new));
        List<RenderedVariant> complete = lacking.isEmpty() ? rendered : editions.render(edition.number(), lacking);
        list(edition, tastes, complete);
        return tastes.stream()
                .map(taste -> serving(edition, taste, complete, tooMany))
                .toList();
    }

    private void list(Edition edition, List<Taste> tastes, List<RenderedVariant> rendered) {
        List<Variant> others = tastes.stream()
                .filter(taste -> hasStories(edition, taste))
                .map(taste -> exactly(edition, taste))
                .filter(variant -> find(variant, rendered).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            log.info(
                    "Edition {} was not rendered for {} sets of sections. Their readers get a part of it, or all sections: {}",
                    edition.number(),
                    others.size(),
                    others);
        }
    }

    private Serving serving(Edition edition, Taste taste, List<RenderedVariant> rendered, boolean tooMany) {
        if (!hasStories(edition, taste)) {
            return new Serving(taste, rendered.get(0).id(), DeliveryState.SKIPPED);
        }
        int served = variant(edition, taste, rendered, tooMany).orElseThrow().id();
        return new Serving(taste, served, DeliveryState.WAITING);
    }

    private Optional<RenderedVariant> variant(
            Edition edition, Taste taste, List<RenderedVariant> rendered, boolean tooMany) {
        Variant exact = exactly(edition, taste);
        return find(exact, rendered)
                .or(() -> tooMany ? part(exact, rendered) : Optional.empty())
                .or(() -> find(allSections(taste), rendered));
    }

    private static Optional<RenderedVariant> part(Variant exact, List<RenderedVariant> rendered) {
        return VariantCover.largestPart(
                        exact, rendered.stream().map(RenderedVariant::variant).toList())
                .flatMap(part -> find(part, rendered));
    }

    private static Optional<RenderedVariant> find(Variant variant, List<RenderedVariant> rendered) {
        return rendered.stream()
                .filter(candidate -> candidate.variant().equals(variant))
                .findFirst();
    }

    /** Sets of sections that take the same stories of this edition are one variant. */
    private Variant exactly(Edition edition, Taste taste) {
        if (edition.stories().stream().allMatch(story -> story.isFor(taste.sections()))) {
            return allSections(taste);
        }
        List<String> found = taste.sections().stream()
                .filter(section -> edition.stories().stream().anyMatch(story -> story.isFor(List.of(section))))
                .sorted()
                .toList();
        return new Variant(editions.language(taste.locale()), taste.format(), found);
    }

    private Variant allSections(Taste taste) {
        return new Variant(editions.language(taste.locale()), taste.format(), List.of());
    }

    private static boolean hasStories(Edition edition, Taste taste) {
        return edition.stories().stream().anyMatch(story -> story.isFor(taste.sections()));
    }
}
