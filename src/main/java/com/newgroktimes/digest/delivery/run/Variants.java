package com.newgroktimes.digest.delivery.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Audience audience;
    private final Editions editions;
    private final int most;

    Variants(Audience audience, Editions editions, EditionSettings settings) {
        this.audience = audience;
        this.editions = editions;
        this.most = settings.variants();
    }

    /** Where there are more than fit, those that most readers want, and one with all sections for the rest of each language. */
    Set<Variant> wanted(Edition edition) {
        List<Taste> tastes = audience.tastes();
        Set<Variant> exact = tastes.stream()
                .filter(taste -> hasStories(edition, taste))
                .map(taste -> exactly(edition, taste))
                .collect(toCollection(LinkedHashSet::new));
        if (!exact.isEmpty() && exact.size() <= most) {
            return exact;
        }
        Stream<Variant> shared = tastes.stream().map(this::allSections);
        return Stream.concat(shared, exact.stream()).distinct().limit(most).collect(toCollection(LinkedHashSet::new));
    }

    /**
     * In the caller's transaction. Whose variant is not among the rendered ones gets all sections of their language and format,
     * rendered now where nobody wanted even that before.
     */
    List<Serving> servings(Edition edition) {
        List<Taste> tastes = audience.tastes();
        List<RenderedVariant> rendered = editions.rendered(edition.number());
        Set<Variant> lacking = tastes.stream()
                .filter(taste -> hasStories(edition, taste)
                        && variant(edition, taste, rendered).isEmpty())
                .map(this::allSections)
                .collect(toCollection(LinkedHashSet::new));
        List<RenderedVariant> complete = lacking.isEmpty() ? rendered : editions.render(edition.number(), lacking);
        list(edition, tastes, complete);
        return tastes.stream().map(taste -> serving(edition, taste, complete)).toList();
    }

    private void list(Edition edition, List<Taste> tastes, List<RenderedVariant> rendered) {
        List<Variant> others = tastes.stream()
                .filter(taste -> hasStories(edition, taste))
                .map(taste -> exactly(edition, taste))
                .filter(variant -> find(variant, rendered).isEmpty())
                .toList();
        if (!others.isEmpty()) {
            log.info(
                    "Edition {} was not rendered for {} sets of sections. Their readers get all sections: {}",
                    edition.number(),
                    others.size(),
                    others);
        }
    }

    private Serving serving(Edition edition, Taste taste, List<RenderedVariant> rendered) {
        if (!hasStories(edition, taste)) {
            return new Serving(taste, rendered.get(0).id(), DeliveryState.SKIPPED);
        }
        int served = variant(edition, taste, rendered).orElseThrow().id();
        return new Serving(taste, served, DeliveryState.WAITING);
    }

    private Optional<RenderedVariant> variant(Edition edition, Taste taste, List<RenderedVariant> rendered) {
        return find(exactly(edition, taste), rendered).or(() -> find(allSections(taste), rendered));
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
