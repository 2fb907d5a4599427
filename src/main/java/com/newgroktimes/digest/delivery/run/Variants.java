package com.newgroktimes.digest.delivery.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
                .map(this::exactly)
                .collect(toCollection(LinkedHashSet::new));
        if (!exact.isEmpty() && exact.size() <= most) {
            return exact;
        }
        Stream<Variant> shared = tastes.stream().map(this::allSections);
        return Stream.concat(shared, exact.stream()).distinct().limit(most).collect(toCollection(LinkedHashSet::new));
    }

    List<Serving> servings(Edition edition, List<RenderedVariant> rendered) {
        return audience.tastes().stream()
                .map(taste -> serving(edition, taste, rendered))
                .toList();
    }

    private Serving serving(Edition edition, Taste taste, List<RenderedVariant> rendered) {
        DeliveryState state = hasStories(edition, taste) ? DeliveryState.WAITING : DeliveryState.SKIPPED;
        return new Serving(taste, variant(taste, rendered), state);
    }

    private int variant(Taste taste, List<RenderedVariant> rendered) {
        return find(
                exactly(taste),
                rendered,
                find(allSections(taste), rendered, rendered.get(0).id()));
    }

    private static int find(Variant variant, List<RenderedVariant> rendered, int otherwise) {
        return rendered.stream()
                .filter(candidate -> candidate.variant().equals(variant))
                .findFirst()
                .map(RenderedVariant::id)
                .orElse(otherwise);
    }

    private Variant exactly(Taste taste) {
        return new Variant(
                editions.language(taste.locale()),
                taste.format(),
                taste.sections().stream().sorted().toList());
    }

    private Variant allSections(Taste taste) {
        return new Variant(editions.language(taste.locale()), taste.format(), List.of());
    }

    private static boolean hasStories(Edition edition, Taste taste) {
        return edition.stories().stream().anyMatch(story -> story.isFor(taste.sections()));
    }
}
