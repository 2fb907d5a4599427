package com.newgroktimes.digest.stories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder         where stories are collected from: {@code *.md} and {@code *.txt}, one story a file
 * @param acceptProposed whether stories without a TL;DR go out with the one that was proposed, though nobody accepted it
 * @param feeds          which feeds stories are collected from
 * @param resolveLinks   whether new links of feeds are asked whether they have moved for good, so that a story is known by one address
 * @param watch          whether the folder is looked at every minute, and read once it has changed and is still
 */
@ConfigurationProperties("digest.stories")
record StorySettings(
        @Nullable Path folder,
        @DefaultValue("false") boolean acceptProposed,
        @DefaultValue List<FeedSource> feeds,
        @DefaultValue("true") boolean resolveLinks,
        @DefaultValue("true") boolean watch) {

    StorySettings {
        Set<FeedAddress> seen = new HashSet<>();
        feeds.stream().map(FeedSource::url).filter(url -> !seen.add(url)).forEach(url -> {
            throw new IllegalArgumentException("The feed %s stands twice. Take one of them out.".formatted(url));
        });
    }

    /**
     * @param section  of its stories that name none
     * @param interval how long it is left alone after an answer
     * @param name     what it is called beside its address
     * @param fullText whether the pages of its stories are read for what it does not tell, such as the body
     */
    record FeedSource(
            FeedAddress url,
            @Nullable String section,
            @DefaultValue("15m") Duration interval,
            @Nullable String name,
            @DefaultValue("false") boolean fullText) {

        private static final Duration SHORTEST = Duration.ofMinutes(1);

        FeedSource {
            if (url == null) {
                throw new IllegalArgumentException(
                        "A feed has no address. Give each one a digest.stories.feeds[].url, from [0] on.");
            }
            if (interval.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "The interval %s of the feed %s is too short. Give a minute or more, such as 15m."
                                .formatted(interval, url));
            }
        }
    }
}
