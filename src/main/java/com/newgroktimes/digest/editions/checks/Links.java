package com.newgroktimes.digest.editions.checks;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.CheckSettings;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.CanonicalUrl;
import com.newgroktimes.digest.stories.Story;

/** Links lead where readers can follow, and over a line that nobody reads along. */
@Component
final class Links implements Rule {

    private final Set<String> staging;

    Links(CheckSettings settings) {
        staging = settings.stagingHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String id() {
        return "links";
    }

    @Override
    public List<Finding> look(Proof proof) {
        return proof.edition().stories().stream()
                .map(EditionStory::content)
                .flatMap(story -> Stream.concat(own(story, proof.publication()).stream(), sources(story).stream()))
                .toList();
    }

    private Optional<Finding> own(Story story, Publication publication) {
        URI link = CanonicalUrl.of(story.url()).uri();
        String host = String.valueOf(link.getHost()).toLowerCase(Locale.ROOT);
        if (staging.contains(host)) {
            return Optional.of(Finding.stops("staging", story.headline(), story.url()));
        }
        // Before there is a public address at all, everything is on this machine, and its own rule says so.
        if (Loopback.is(publication.baseUrl())) {
            return Optional.empty();
        }
        if (Loopback.is(link)) {
            return Optional.of(Finding.stops("localhost", story.headline(), story.url()));
        }
        return link.getScheme().equals("https")
                ? Optional.empty()
                : Optional.of(Finding.stops("not-https", story.headline(), story.url()));
    }

    private static Optional<Finding> sources(Story story) {
        List<Integer> open = Stream.concat(
                        story.newsSources().stream()
                                .filter(source -> isOpen(source.url()))
                                .map(Story.NewsSource::n),
                        story.xPosts().stream()
                                .filter(post -> isOpen(post.url()))
                                .map(Story.XPost::n))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.look(
                        "sources",
                        story.headline(),
                        open.stream().map("[%d]"::formatted).collect(Collectors.joining(" "))));
    }

    private static boolean isOpen(String url) {
        return url.startsWith("http://");
    }
}
