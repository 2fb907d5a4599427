package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Stories.Collected;

/** Where stories are collected from. */
@Component
public class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final String FOLDER = "folder";

    private final StorySettings settings;
    private final StoryFolder stories;
    private final SourceTable table;
    private final Shelf shelf;

    Sources(StorySettings settings, StoryFolder stories, SourceTable table, Shelf shelf) {
        this.settings = settings;
        this.stories = stories;
        this.table = table;
        this.shelf = shelf;
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
        if (settings.folder() == null) {
            return List.of();
        }
        String name = name(settings.folder());
        String fault = stories.fault(settings.folder());
        return List.of(
                table.find(FOLDER, name, fault).orElseGet(() -> new SourceHealth(FOLDER, name, null, null, fault)));
    }

    Collected collect() {
        if (settings.folder() == null) {
            return new Collected(0, 0, 0, List.of());
        }
        Collected collected = collect(settings.folder());
        table.keep(name(settings.folder()), collected);
        if (!collected.troubles().isEmpty()) {
            log.warn(
                    "Something is wrong in {}: stories read: {}, files that gave none: {}. The console and GET /api/v1/sources name each.",
                    settings.folder(),
                    collected.read(),
                    collected.notRead());
        }
        return collected;
    }

    private Collected collect(Path folder) {
        Collecting collecting = new Collecting(stories, shelf);
        try {
            stories.files(folder).forEach(collecting::take);
        } catch (IOException e) {
            String fault = stories.fault(folder);
            collecting.trouble(
                    fault == null ? "The stories folder %s could not be read to its end.".formatted(folder) : fault);
        }
        return collecting.collected();
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
