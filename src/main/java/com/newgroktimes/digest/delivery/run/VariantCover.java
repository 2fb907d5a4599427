package com.newgroktimes.digest.delivery.run;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.newgroktimes.digest.editions.Variant;

/**
 * What is rendered where readers want more variants than may be. Whose own is left out gets a part of it, so that nobody is sent a
 * story from a section that they left.
 */
final class VariantCover {

    private VariantCover() {}

    /**
     * As many of the first as can be, and for each of the others one that is a part of it. Empty where not even the parts fit.
     *
     * @param wanted those that most readers want first
     */
    static Optional<Set<Variant>> of(List<Variant> wanted, int most) {
        for (int kept = Math.min(most, wanted.size()); kept >= 0; kept--) {
            Set<Variant> chosen = new LinkedHashSet<>(wanted.subList(0, kept));
            List<Variant> others = without(wanted.subList(kept, wanted.size()), chosen);
            while (!others.isEmpty() && chosen.size() < most) {
                chosen.add(mostShared(others));
                others = without(others, chosen);
            }
            if (others.isEmpty()) {
                return Optional.of(chosen);
            }
        }
        return Optional.empty();
    }

    private static List<Variant> without(List<Variant> others, Set<Variant> chosen) {
        return others.stream()
                .filter(other -> largestPart(other, chosen).isEmpty())
                .toList();
    }

    /** The single section that is a part of most of them. */
    private static Variant mostShared(List<Variant> others) {
        Map<Variant, Long> shares = others.stream()
                .flatMap(VariantCover::smallestParts)
                .collect(Collectors.groupingBy(part -> part, LinkedHashMap::new, Collectors.counting()));
        return Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The one of these with the most sections that has none but those of the whole. */
    static Optional<Variant> largestPart(Variant whole, Collection<Variant> of) {
        return of.stream()
                .filter(candidate -> isPart(candidate, whole))
                .max(Comparator.comparingInt(part -> part.sections().size()));
    }

    private static boolean isPart(Variant candidate, Variant whole) {
        return candidate.equals(whole)
                || (candidate.language().equals(whole.language())
                        && candidate.format().equals(whole.format())
                        && !candidate.sections().isEmpty()
                        && whole.sections().containsAll(candidate.sections()));
    }

    /** All sections have no part: what they are is told by the stories alone. */
    private static Stream<Variant> smallestParts(Variant whole) {
        return whole.sections().isEmpty()
                ? Stream.of(whole)
                : whole.sections().stream()
                        .map(section -> new Variant(whole.language(), whole.format(), List.of(section)));
    }
}
