package com.newgroktimes.digest.stories;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.LinkTargets.Targets;

/** By which addresses new entries of a feed are to be known. */
@Component
class MovedLinks {

    private final boolean resolve;
    private final LinkTargets targets;

    MovedLinks(StorySettings settings, LinkTargets targets) {
        this.resolve = settings.resolveLinks();
        this.targets = targets;
    }

    /**
     * Where these lead for good.
     *
     * @param all of the same feed: two that lead to one place lead to what stands in for both, such as a page that asks for consent
     */
    Targets of(List<String> links, Collection<String> all, LinkBudget budget) {
        if (!resolve || links.isEmpty()) {
            return Targets.NONE;
        }
        Targets asked = targets.of(links, budget);
        Map<String, String> moved = new HashMap<>(asked.moved());
        List<String> taken =
                Stream.concat(all.stream(), moved.values().stream()).toList();
        moved.values().removeIf(target -> taken.stream().filter(target::equals).count() > 1);
        return new Targets(moved, asked.unasked());
    }
}
