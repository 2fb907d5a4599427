package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.Stories.Collected;

/** Where stories are collected from. */
@Component
public class Sources {

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

    /** Those that the settings name. */
    public List<SourceHealth> health() {
        if (settings.folder() == null) {
            return List.of();
        }
        String name = name(settings.folder());
        return List.of(table.find(FOLDER, name).orElseGet(() -> new SourceHealth(FOLDER, name, null, null)));
    }

    Collected collect() {
        if (settings.folder() == null) {
            return new Collected(0, 0, 0, List.of());
        }
        Collected collected = collect(settings.folder());
        table.keep(name(settings.folder()), collected);
        return collected;
    }

    private Collected collect(Path folder) {
        Collecting collecting = new Collecting(stories, shelf);
        try {
            stories.files(folder).forEach(collecting::take);
        } catch (IOException e) {
            collecting.problem("The folder %s cannot be read. Make it readable, or change digest.stories.folder."
                    .formatted(folder));
        }
        return collecting.collected();
    }

    private static String name(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
