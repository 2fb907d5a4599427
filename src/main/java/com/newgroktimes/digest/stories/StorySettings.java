package com.newgroktimes.digest.stories;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder         where stories are collected from: {@code *.md} and {@code *.txt}, one story a file
 * @param acceptProposed whether stories without a TL;DR go out with the one that was proposed, though nobody accepted it
 */
@ConfigurationProperties("digest.stories")
record StorySettings(
        @Nullable Path folder, @DefaultValue("false") boolean acceptProposed) {}
