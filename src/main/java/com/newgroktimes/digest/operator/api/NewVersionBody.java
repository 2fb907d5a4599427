package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.newgroktimes.digest.editions.Difference;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.NewVersion;

/**
 * A story that has changed since an edition that has it was frozen, as the API shows it.
 *
 * @param changedAt names this version to whoever takes it
 */
record NewVersionBody(String url, Instant changedAt, boolean withdrawn, List<Difference> differences) {

    static List<NewVersionBody> of(Edition edition, List<NewVersion> versions) {
        Map<Long, String> urls = edition.stories().stream()
                .collect(Collectors.toMap(
                        EditionStory::story, story -> story.content().url()));
        return versions.stream()
                .map(version -> new NewVersionBody(
                        Objects.requireNonNull(urls.get(version.story())),
                        version.changedAt(),
                        version.withdrawn(),
                        version.differences()))
                .toList();
    }
}
