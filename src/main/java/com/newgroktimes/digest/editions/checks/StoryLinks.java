package com.newgroktimes.digest.editions.checks;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.CanonicalUrl;
import com.newgroktimes.digest.stories.Story;

/** No story's link leads to this service itself, which has no pages of stories: each reader who presses it would find nothing. */
@Component
final class StoryLinks implements Rule {

    private static final String SITE_URL = "digest.publication.site-url";

    private final String here;
    private final boolean answered;

    StoryLinks(Publication publication, Environment environment) {
        here = CanonicalUrl.of(publication.baseUrl().toString()).value();
        // The demonstration shows its stories itself. And who names this address as that of the site has both behind
        // one proxy.
        answered = environment.acceptsProfiles(Profiles.of("demo"))
                || (environment.containsProperty(SITE_URL)
                        && isHere(CanonicalUrl.of(publication.siteUrl().toString())
                                .value()));
    }

    @Override
    public String id() {
        return "story-links";
    }

    @Override
    public List<Finding> look(Proof proof) {
        List<Story> lost = answered
                ? List.of()
                : proof.edition().stories().stream()
                        .map(EditionStory::content)
                        .filter(story -> isHere(story.url()))
                        .toList();
        return lost.isEmpty() ? List.of() : List.of(Finding.look("here", lost.size(), named(lost)));
    }

    private boolean isHere(String url) {
        return url.equals(here) || url.startsWith(here + "/") || url.startsWith(here + "?");
    }

    private static String named(List<Story> stories) {
        return stories.stream()
                .map(story -> "%s (%s)".formatted(story.headline(), story.url()))
                .collect(Collectors.joining(", "));
    }
}
