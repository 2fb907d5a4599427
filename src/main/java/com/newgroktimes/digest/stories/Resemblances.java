package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.GistTable.Apart;

/**
 * Which stories are likely one, told twice: published within a week of each other, and alike in most words of headline and TL;DR, or
 * in fewer where both lead to one address.
 */
@Component
public class Resemblances {

    /** What stands in more stories than this tells none of them from others, and would have all compared with all. */
    private static final int MOST_WITH_ONE_WORD = 50;

    private final GistTable table;

    Resemblances(GistTable table) {
        this.table = table;
    }

    /** Each of these and what it resembles, whichever story that is. */
    public List<Resemblance> of(Collection<? extends KeptStory> stories) {
        if (stories.isEmpty()) {
            return List.of();
        }
        Instant first = stories.stream()
                .map(KeptStory::moment)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant last = stories.stream()
                .map(KeptStory::moment)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return found(
                stories.stream().map(KeptStory::id).collect(Collectors.toSet()),
                table.between(first.minus(Gist.LONGEST), last.plus(Gist.LONGEST)));
    }

    /** The pairs among these, each once. */
    public List<Resemblance> among(Collection<Long> stories) {
        return found(Set.copyOf(stories), table.of(stories)).stream()
                .filter(pair -> pair.story() < pair.other())
                .toList();
    }

    /** From now on they resemble each other no more. */
    public void tellApart(StoredStory story, StoredStory other, String by) {
        if (story.id() != other.id()) {
            table.tellApart(Apart.of(story.id(), other.id()), by);
        }
    }

    private List<Resemblance> found(Set<Long> sought, List<Gist> all) {
        Map<String, List<Gist>> index = index(all);
        Set<Apart> apart = table.apart(sought);
        List<Resemblance> found = new ArrayList<>();
        all.stream()
                .filter(gist -> sought.contains(gist.story()))
                .forEach(gist -> candidates(gist, index).stream()
                        .filter(other -> other.story() != gist.story())
                        .filter(other -> !apart.contains(Apart.of(gist.story(), other.story())))
                        .flatMap(other -> gist.likenessTo(other).stream())
                        .sorted(Comparator.comparing(Resemblance::percent).reversed())
                        .forEach(found::add));
        return found;
    }

    private static Map<String, List<Gist>> index(List<Gist> all) {
        Map<String, List<Gist>> index = new HashMap<>();
        all.forEach(gist -> tokens(gist)
                .forEach(token ->
                        index.computeIfAbsent(token, any -> new ArrayList<>()).add(gist)));
        return index;
    }

    /** Those that share two rare words or an address with it. */
    private static Set<Gist> candidates(Gist gist, Map<String, List<Gist>> index) {
        Set<Long> once = new HashSet<>();
        Set<Gist> candidates = new LinkedHashSet<>();
        tokens(gist).forEach(token -> {
            List<Gist> others = index.getOrDefault(token, List.of());
            if (others.size() <= MOST_WITH_ONE_WORD) {
                others.stream()
                        .filter(other -> gist.sources().contains(token) || !once.add(other.story()))
                        .forEach(candidates::add);
            }
        });
        return candidates;
    }

    private static Stream<String> tokens(Gist gist) {
        return Stream.concat(gist.words().stream(), gist.sources().stream());
    }
}
