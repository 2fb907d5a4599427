package com.newgroktimes.digest.operator.api;

import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.stories.Sources;
import com.newgroktimes.digest.stories.Stories;

/** Where stories come from by themselves. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class SourcesApi {

    private final Stories stories;
    private final Sources sources;

    SourcesApi(Stories stories, Sources sources) {
        this.stories = stories;
        this.sources = sources;
    }

    /** Answers when every source has been asked. */
    @PostMapping("/stories/collect")
    CollectedBody collect() {
        return CollectedBody.of(stories.collect());
    }

    @GetMapping("/sources")
    List<SourceBody> sources() {
        return sources.health().stream().map(SourceBody::of).toList();
    }
}
