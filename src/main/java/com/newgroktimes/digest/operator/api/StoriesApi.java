package com.newgroktimes.digest.operator.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

import com.newgroktimes.digest.editions.EditionWindow;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.operator.SoughtStories;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.Flaw;
import com.newgroktimes.digest.stories.ManyChanges;
import com.newgroktimes.digest.stories.Reading;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Stories.Put;
import com.newgroktimes.digest.stories.StoryHead;

/** Add, replace, list and withdraw stories. A list that is longer than a page links the next one (RFC 8288). */
@RestController
@RequestMapping(path = "/api/v1/stories", produces = MediaType.APPLICATION_JSON_VALUE)
final class StoriesApi {

    private static final int MOST_AT_ONCE = 1_000;

    private final Stories stories;
    private final Readings readings;
    private final Editions editions;
    private final Publication publication;
    private final StoryDocuments documents;

    StoriesApi(
            Stories stories, Readings readings, Editions editions, Publication publication, StoryDocuments documents) {
        this.stories = stories;
        this.readings = readings;
        this.editions = editions;
        this.publication = publication;
        this.documents = documents;
    }

    /** What became of one story of an array; {@code status} is what it would have been answered with alone. */
    record Result(
            @Nullable String url, int status, @Nullable Map<String, Object> problem) {}

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> put(HttpServletRequest request) {
        JsonNode told = documents.json(request);
        if (!told.isArray()) {
            return answer(stories.put(readings.json(told).flawless(), StoredStory.API), List.of());
        }
        if (told.size() > MOST_AT_ONCE) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "Too many stories at once",
                    "The array has %,d stories, and at most %,d are taken at once. None was taken; send them in parts."
                            .formatted(told.size(), MOST_AT_ONCE));
        }
        List<Result> results = putAll(told, request.getRequestURI());
        editions.completePictures();
        return ResponseEntity.ok(results);
    }

    private List<Result> putAll(JsonNode told, String instance) {
        try (ManyChanges changes = stories.manyChanges()) {
            return told.valueStream().map(one -> put(one, changes, instance)).toList();
        }
    }

    private Result put(JsonNode told, ManyChanges changes, String instance) {
        try {
            Put put = changes.put(readings.json(told).flawless(), StoredStory.API);
            return new Result(put.story().story().url(), status(put).value(), null);
        } catch (Problem problem) {
            Fault fault = Fault.of(problem);
            return new Result(told.path("url").asString(null), fault.status().value(), fault.body(instance));
        }
    }

    @PutMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<StoryBody> putPrinted(
            HttpServletRequest request,
            @RequestParam String url,
            @RequestParam(required = false) @Nullable String publishedAt) {
        Reading reading = readings.printed(documents.text(request), url, publishedAt);
        return answer(stories.put(reading.require("publishedAt").whatIsThere(), StoredStory.API), reading.flaws());
    }

    private ResponseEntity<StoryBody> answer(Put put, List<Flaw> problems) {
        StoredStory story = put.story();
        editions.completePictures();
        return ResponseEntity.status(status(put))
                .body(StoryBody.of(story, editions.placement(story), publication, problems));
    }

    private static HttpStatus status(Put put) {
        return put.added() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    /** @param after the place of the story that the page before ended with, as its {@code Link} has it */
    @GetMapping
    ResponseEntity<List<StoryBody>> list(
            @RequestParam(defaultValue = Editions.CURRENT_WEEK) String week,
            @RequestParam(required = false) Placement.@Nullable Status status,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        SoughtStories sought = new SoughtStories(status, section, source, text);
        EditionWindow window = editions.window(week);
        List<StoryHead> heads = stories.heads(window.opens(), window.closes());
        Map<Long, Placement> placements = editions.placements(heads);
        Optional<StoryPlace> begin = Optional.ofNullable(after).map(StoryPlace::parse);
        List<StoryPlace> rest = heads.stream()
                .filter(story -> sought.matches(story, Objects.requireNonNull(placements.get(story.id()))))
                .map(StoryPlace::of)
                .filter(place -> begin.isEmpty() || place.isAfter(begin.get()))
                .toList();
        List<StoryPlace> page = rest.subList(0, Math.min(MOST_AT_ONCE, rest.size()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.size() < rest.size()) {
            answer.header(HttpHeaders.LINK, next(request, page.get(page.size() - 1)));
        }
        return answer.body(whole(page)
                .map(story ->
                        StoryBody.of(story, Objects.requireNonNull(placements.get(story.id())), publication, List.of()))
                .toList());
    }

    private Stream<StoredStory> whole(List<StoryPlace> page) {
        List<Long> ids = page.stream().map(StoryPlace::id).toList();
        Map<Long, StoredStory> byId =
                stories.byId(ids).stream().collect(Collectors.toMap(StoredStory::id, story -> story));
        return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id)));
    }

    /** What was sought, from there on. */
    private static String next(HttpServletRequest request, StoryPlace after) {
        return "<%s>; rel=\"next\""
                .formatted(UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam("after", after)
                        .build()
                        .toUriString());
    }

    @GetMapping(params = "url")
    StoryBody one(@RequestParam String url) {
        StoredStory story = stories.find(url).orElseThrow(() -> unknown(url));
        return StoryBody.of(story, editions.placement(story), publication, List.of());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@RequestParam String url) {
        if (!stories.withdraw(url)) {
            throw unknown(url);
        }
    }

    static Problem unknown(String url) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "No such story",
                "There is no story at %s. GET /api/v1/stories?week=current lists those of this week.".formatted(url));
    }
}
