package com.newgroktimes.digest.operator.pages;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Arrangement;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.NewVersion;
import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.rendering.WordCount;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;

/** Puts together what the page of an edition's content shows. */
@Component
final class ContentSheets {

    private static final int MOST_OTHERS = 40;
    private static final int BYTES = 1000;
    private static final Set<Placement.Status> CAN_BE_PUT_IN =
            Set.of(Placement.Status.NEXT, Placement.Status.OLD, Placement.Status.LEFT_OUT);

    private final Editions editions;
    private final Stories stories;
    private final EditionSettings settings;

    ContentSheets(Editions editions, Stories stories, EditionSettings settings) {
        this.editions = editions;
        this.stories = stories;
        this.settings = settings;
    }

    ContentSheet of(int number, ContentForm typed, String focus) {
        Edition edition = editions.get(number);
        String note = typed.typed("note").orElse(edition.note() == null ? "" : edition.note());
        return new ContentSheet(
                edition,
                typed.typed("subject").orElse(edition.subject()),
                typed.typed("preheader").orElse(edition.preheader()),
                note,
                WordCount.of(note),
                lines(edition, typed),
                edition.leftOut(),
                edition.changeable() ? others(edition) : List.of(),
                (editions.bytes(edition) + BYTES - 1) / BYTES,
                focus,
                editions.edited(number).orElse(null));
    }

    private List<ContentSheet.Line> lines(Edition edition, ContentForm typed) {
        List<Check> found = editions.checks(edition.number()).stream()
                .filter(check -> check.level() == Check.Level.STOPS || check.level() == Check.Level.LOOK)
                .toList();
        Map<Long, NewVersion> changed = edition.state().open()
                ? Map.of()
                : editions.newVersions(edition).stream()
                        .collect(Collectors.toMap(NewVersion::story, version -> version));
        Set<Long> placed = editions.placedByHand(edition.number());
        Arrangement arranged = Arrangement.of(edition.stories(), settings.stories());
        return edition.stories().stream()
                .map(story -> new ContentSheet.Line(
                        story,
                        typed.typed("headline-" + story.story())
                                .orElse(story.content().headline()),
                        typed.typed("place-" + story.story()).orElse(Integer.toString(story.position())),
                        typed.wantedLong(story.story()).orElse(story.isLong()),
                        arranged.links().contains(story),
                        placed.contains(story.story()),
                        found.stream()
                                .filter(check -> CheckBundle.concerns(check, story))
                                .toList(),
                        changed.get(story.story())))
                .toList();
    }

    private List<StoryHead> others(Edition edition) {
        Set<Long> here = Stream.concat(edition.stories().stream(), edition.leftOut().stream())
                .map(EditionStory::story)
                .collect(Collectors.toSet());
        List<StoryHead> recent =
                stories
                        .heads(edition.opens().minus(settings.lateFor()).minus(Duration.ofDays(7)), edition.closes())
                        .stream()
                        .filter(story -> !here.contains(story.id()))
                        .sorted(Comparator.comparing(StoryHead::moment).reversed())
                        .limit(MOST_OTHERS * 5L)
                        .toList();
        Map<Long, Placement> placements = editions.placements(recent);
        return recent.stream()
                .filter(story -> canBePutIn(placements.get(story.id())))
                .limit(MOST_OTHERS)
                .toList();
    }

    private static boolean canBePutIn(@Nullable Placement placement) {
        return placement != null && CAN_BE_PUT_IN.contains(placement.status());
    }
}
