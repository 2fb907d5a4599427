package com.newgroktimes.digest.stories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * @param folder         where stories are collected from: {@code *.md} and {@code *.txt}, one story a file
 * @param acceptProposed whether stories without a TL;DR go out with the one that was proposed, though nobody accepted it
 * @param feeds          which feeds stories are collected from
 * @param resolveLinks   whether new links of feeds are asked whether they have moved for good, so that a story is known by one address
 * @param watch          whether the folder is looked at every minute, and read once it has changed and is still
 */
@Validated
@ConfigurationProperties("digest.stories")
record StorySettings(
        @Nullable Path folder,
        @DefaultValue("false") boolean acceptProposed,
        @DefaultValue @NotNull List<@Valid FeedSource> feeds,
        @DefaultValue("true") boolean resolveLinks,
        @DefaultValue("true") boolean watch) {

    StorySettings {
        Set<FeedAddress> seen = new HashSet<>();
        for (int i = 0; i < feeds.size(); i++) {
            FeedAddress url = feeds.get(i).url();
            if (url != null && !seen.add(url)) {
                throw StartRefused.setting(
                        "digest.stories.feeds[%d].url".formatted(i), url, "it stands twice. Take one of them out.");
            }
        }
    }

    /**
     * @param section  of its stories that name none
     * @param interval how long it is left alone after an answer
     * @param name     what it is called beside its address
     * @param fullText whether the pages of its stories are read for what it does not tell, such as the body
     */
    record FeedSource(
            @NotNull(message = "is needed: a feed is asked at its address")
            FeedAddress url,

            @Nullable String section,

            @DefaultValue("15m") @NotNull @DurationMin(minutes = 1)
            Duration interval,

            @Nullable String name,
            @DefaultValue("false") boolean fullText) {

        /** @param what it did, or what was done with it */
        String told(String what) {
            return SourceHealth.subject(name, url.toString()) + " " + what;
        }
    }
}
