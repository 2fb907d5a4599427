package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;

/** No headline stands twice in an edition: that is one story under two addresses, most likely. */
final class SameHeadline implements Rule {

    @Override
    public String id() {
        return "same-headline";
    }

    @Override
    public List<Finding> look(Proof proof) {
        Map<String, List<String>> alike = proof.edition().stories().stream()
                .map(EditionStory::content)
                .map(story -> story.headline().strip())
                .filter(headline -> !headline.isEmpty())
                .collect(Collectors.groupingBy(
                        headline -> headline.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
        return alike.values().stream()
                .filter(headlines -> headlines.size() > 1)
                .map(headlines -> Finding.look("twice", headlines.get(0), headlines.size()))
                .toList();
    }
}
