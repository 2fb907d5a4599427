package com.newgroktimes.digest.operator.pages;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.editions.EditionWindow;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.operator.SoughtStories;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.stories.Sources;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;

/** The stories of a week, where each of them stands, and what could not be read. */
@Controller
@RequestMapping("/console/stories")
final class StoriesPage {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Stories stories;
    private final Sources sources;
    private final Editions editions;
    private final WaitingStories waiting;

    StoriesPage(Stories stories, Sources sources, Editions editions, WaitingStories waiting) {
        this.stories = stories;
        this.sources = sources;
        this.editions = editions;
        this.waiting = waiting;
    }

    /**
     * @param after   the story that the page before ended with
     * @param fetched whether they have just been asked for
     */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = Editions.CURRENT_WEEK) String week,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean fetched) {
        EditionWindow window = editions.window(week.strip());
        return new ModelAndView("console/stories")
                .addObject("week", editions.week(week.strip()))
                .addObject("openWeek", editions.week(Editions.CURRENT_WEEK))
                .addObject("lastWeek", editions.week(Editions.LAST_WEEK))
                .addObject("window", window)
                .addObject("longer", isLongerThanAWeek(window))
                .addObject(
                        "list",
                        StoryList.of(
                                lines(stories.between(window.opens(), window.closes())),
                                new SoughtStories(status(status), section, null, text),
                                after))
                .addObject("waiting", waiting.list())
                .addObject("sources", sources.health())
                .addObject("fetched", fetched);
    }

    /** Asks every source, and makes no edition. */
    @PostMapping("/collect")
    ModelAndView collect() {
        stories.collect();
        editions.completePictures();
        return SeeOther.at("/console/stories?fetched=true");
    }

    /** Any where it is none: somebody typed into the address. */
    private static @Nullable Status status(@Nullable String typed) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** By more than the hour of a clock change. */
    private static boolean isLongerThanAWeek(EditionWindow window) {
        return Duration.between(window.opens(), window.closes()).toDays() > DAYS_OF_A_WEEK;
    }

    private List<StoryLine> lines(List<StoredStory> listed) {
        Map<Long, Placement> placements = editions.placements(listed);
        return listed.stream()
                .map(story -> new StoryLine(story, Objects.requireNonNull(placements.get(story.id()))))
                .toList();
    }
}
