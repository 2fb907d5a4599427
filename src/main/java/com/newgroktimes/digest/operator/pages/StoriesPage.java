package com.newgroktimes.digest.operator.pages;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import com.newgroktimes.digest.operator.Proposals;
import com.newgroktimes.digest.operator.SoughtStories;
import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.stories.Resemblances;
import com.newgroktimes.digest.stories.SourceHealth;
import com.newgroktimes.digest.stories.Sources;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** The stories of a week, where each of them stands, and what could not be read. */
@Controller
@RequestMapping("/console/stories")
final class StoriesPage {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Stories stories;
    private final Sources sources;
    private final Editions editions;
    private final WaitingStories waiting;
    private final Proposals proposals;
    private final Resemblances resemblances;

    StoriesPage(
            Stories stories,
            Sources sources,
            Editions editions,
            WaitingStories waiting,
            Proposals proposals,
            Resemblances resemblances) {
        this.stories = stories;
        this.sources = sources;
        this.editions = editions;
        this.waiting = waiting;
        this.proposals = proposals;
        this.resemblances = resemblances;
    }

    /**
     * @param after   the story that the page before ended with
     * @param fetched whether they have just been asked for
     * @param feed    {@code asked} or {@code back}, where that was just done with one
     * @param accepted how many proposed TL;DRs have just been accepted; 0: none
     */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = Editions.CURRENT_WEEK) String week,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean fetched,
            @RequestParam(defaultValue = "") String feed,
            @RequestParam(defaultValue = "0") int accepted) {
        EditionWindow window = editions.window(week.strip());
        StoryList list = StoryList.of(
                lines(stories.heads(window.opens(), window.closes())),
                new SoughtStories(status(status), section, null, text),
                after);
        List<SourceHealth> health = sources.health();
        return new ModelAndView("console/stories")
                .addObject("week", editions.week(week.strip()))
                .addObject("openWeek", editions.week(Editions.CURRENT_WEEK))
                .addObject("lastWeek", editions.week(Editions.LAST_WEEK))
                .addObject("window", window)
                .addObject("longer", isLongerThanAWeek(window))
                .addObject("list", list)
                .addObject(
                        "alike",
                        resemblances.of(
                                list.lines().stream().map(StoryLine::story).toList()))
                .addObject("waiting", waiting.list())
                .addObject("sources", health)
                .addObject("feeds", FeedsPage.worstFirst(health))
                .addObject("feedWas", feed)
                .addObject("proposed", proposed())
                .addObject("accepted", accepted)
                .addObject("fetched", fetched);
    }

    /** How many are proposed in the weeks whose stories wait. */
    private Map<String, Integer> proposed() {
        var counts = new LinkedHashMap<String, Integer>();
        for (String week : List.of(Editions.LAST_WEEK, Editions.CURRENT_WEEK)) {
            int count = proposals.count(week);
            if (count > 0) {
                counts.put(editions.week(week), count);
            }
        }
        return counts;
    }

    /** @param stories how many were seen to have a proposal */
    @PostMapping("/accept-week")
    ModelAndView acceptAll(@RequestParam String week, @RequestParam int stories) {
        int accepted = proposals.accept(week.strip(), stories);
        return SeeOther.at("/console/stories?accepted=" + accepted + "#needs");
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

    private List<StoryLine> lines(List<StoryHead> listed) {
        Map<Long, Placement> placements = editions.placements(listed);
        return listed.stream()
                .map(story -> new StoryLine(story, Objects.requireNonNull(placements.get(story.id()))))
                .toList();
    }
}
