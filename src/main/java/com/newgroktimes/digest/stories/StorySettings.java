package com.newgroktimes.digest.stories;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param folder where stories are collected from: {@code *.md} and {@code *.txt}, one story a file */
@ConfigurationProperties("digest.stories")
record StorySettings(@Nullable Path folder) {}
