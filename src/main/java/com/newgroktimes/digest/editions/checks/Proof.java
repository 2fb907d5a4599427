package com.newgroktimes.digest.editions.checks;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.platform.Publication;

/**
 * An edition as it would leave now.
 *
 * @param copies   one in each language, made out to the longest address there can be; none where {@code fault} says why
 * @param leftover marks of the template language that the templates, and not the stories, leave in the mail
 */
record Proof(
        Edition edition,
        Publication publication,
        List<LongestCopy> copies,
        List<String> leftover,
        @Nullable String fault) {}
