package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories.Collected;

/** Where stories are collected from. */
@Component
public class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    /** Whoever makes an edition rather waits than goes without the stories of a feed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Somebody has pressed a button. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(10);

    private final StorySettings settings;
    private final StoryFolder stories;
    private final WatchedFolder watched;
    private final SourceTable table;
    private final Shelf shelf;
    private final Feeds feeds;
    private final FeedsInHand inHand;
    private final ApplicationEventPublisher events;

    Sources(
            StorySettings settings,
            StoryFolder stories,
            WatchedFolder watched,
            SourceTable table,
            Shelf shelf,
            Feeds feeds,
            FeedsInHand inHand,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.stories = stories;
        this.watched = watched;
        this.table = table;
        this.shelf = shelf;
        this.feeds = feeds;
        this.inHand = inHand;
        this.events = events;
    }

    /** A folder that is not there looks like a week without stories. */
    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        String fault = settings.folder() == null ? null : stories.fault(settings.folder());
        if (fault != null) {
            log.warn("No stories can be collected. {}", fault);
        }
    }

    /** Those that the settings name. */
    public List<SourceHealth> health() {
        return Stream.concat(Stream.ofNullable(settings.folder()).map(this::health), feeds.health().stream())
                .toList();
    }

    private SourceHealth health(Path folder) {
        String name = name(folder);
        String fault = stories.fault(folder);
        return table.folder(name, fault)
                .orElseGet(() ->
                        new SourceHealth(SourceHealth.FOLDER, name, null, null, null, fault, null, null, null, null));
    }

    Collected collect() {
        Collected collected = Optional.ofNullable(settings.folder())
                .map(folder -> collectFolder(folder).collected())
                .orElse(Collected.NOTHING)
                .and(feeds.collect(Feeds.Hurry.NOW))
                .and(late(inHand.await(PATIENCE)));
        events.publishEvent(new StoriesCollected());
        return collected;
    }

    private Collected late(List<String> feeds) {
        return new Collected(0, 0, 0, feeds.stream().map(this::late).toList());
    }

    private Trouble late(String feed) {
        String what =
                "was being asked already, and that had not ended after %d seconds. What it has yet to tell is taken when it does."
                        .formatted(PATIENCE.toSeconds());
        String sentence = settings.feeds().stream()
                .filter(given -> given.url().toString().equals(feed))
                .findFirst()
                .map(given -> given.told(what))
                .orElseGet(() -> "The feed " + feed + " " + what);
        log.warn("{}", sentence);
        return new Trouble(null, sentence, false);
    }

    /**
     * Waits a little until feeds that somebody asks just now, on whichever node, have told what they have, so that open editions take it.
     *
     * @return those that were not done in time, by address
     */
    public List<String> awaitThoseInHand() {
        List<String> late = inHand.await(SHORT_PATIENCE);
        events.publishEvent(new StoriesCollected());
        return late;
    }

    /**
     * Asks one feed, by its address in the settings.
     *
     * @throws Problem where there is no such feed, or it is to be left alone
     */
    public Collected ask(String feed) {
        Collected collected = feeds.ask(feed);
        events.publishEvent(new StoriesCollected());
        return collected;
    }

    /**
     * One that answered that it will not come back is asked again.
     *
     * @throws Problem where there is no such feed, or it was not given up
     */
    public void bringBack(String feed) {
        feeds.bringBack(feed);
    }

    /** Asks the feeds whose interval is over, and reads the folder where it has changed. */
    void collectDue() {
        Path folder = settings.folder();
        if (settings.watch()
                && folder != null
                && watched.isToBeRead(folder)
                && collectFolder(folder).isWhole()) {
            watched.wasRead();
        }
        feeds.collect(Feeds.Hurry.WHEN_DUE);
        events.publishEvent(new StoriesCollected());
    }

    private Collecting collectFolder(Path folder) {
        Collecting collecting = collect(folder);
        Collected collected = collecting.collected();
        table.keep(name(folder), collected);
        if (!collected.troubles().isEmpty()) {
            log.warn(
                    "Something is wrong in {}: stories read: {}, files that gave none: {}. {} The console and GET /api/v1/sources name each.",
                    folder,
                    collected.read(),
                    collected.notRead(),
                    collected.troubles().get(0).sentence());
        }
        return collecting;
    }

    private Collecting collect(Path folder) {
        Collecting collecting = new Collecting(shelf);
        try {
            stories.files(folder).forEach(file -> collecting.take(stories, file));
            collecting.endOfFiles();
        } catch (IOException e) {
            String fault = stories.fault(folder);
            collecting.trouble(
                    fault == null ? "The stories folder %s could not be read to its end.".formatted(folder) : fault);
        }
        return collecting;
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
