package com.newgroktimes.digest.operator.api;

import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Sources;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Stories.Collected;

/** Where stories come from by themselves. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class SourcesApi {

    private final Stories stories;
    private final Sources sources;
    private final Editions editions;

    SourcesApi(Stories stories, Sources sources, Editions editions) {
        this.stories = stories;
        this.sources = sources;
        this.editions = editions;
    }

    /** Answers when every source has been asked. */
    @PostMapping("/stories/collect")
    CollectedBody collect() {
        Collected collected = stories.collect();
        editions.completePictures();
        return CollectedBody.of(collected);
    }

    /** One feed. Answers when it has been asked. */
    @PostMapping("/sources/ask")
    CollectedBody ask(@RequestParam String url) {
        Collected collected = sources.ask(url);
        editions.completePictures();
        return CollectedBody.of(collected);
    }

    /** One that answered 410 is asked again, the next time that it is its turn. */
    @PostMapping("/sources/bring-back")
    SourceBody bringBack(@RequestParam String url) {
        sources.bringBack(url);
        return sources().stream()
                .filter(source -> source.name().equals(url))
                .findFirst()
                .orElseThrow();
    }

    @GetMapping("/sources")
    List<SourceBody> sources() {
        return sources.health().stream().map(SourceBody::of).toList();
    }
}
