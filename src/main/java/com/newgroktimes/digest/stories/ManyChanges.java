package com.newgroktimes.digest.stories;

import com.newgroktimes.digest.stories.Shelf.Announcement;
import com.newgroktimes.digest.stories.Stories.Put;

/**
 * Many changes by hand, one after the other: open editions take them together when it is closed, or a minute later where that was cut
 * short. Each stands by itself: one that is refused takes none back.
 */
public final class ManyChanges implements AutoCloseable {

    private final Shelf shelf;

    ManyChanges(Shelf shelf) {
        this.shelf = shelf;
    }

    /** As {@link Stories#put}. */
    public Put put(Story story, String source) {
        return shelf.put(story, source, Announcement.ONE_OF_MANY);
    }

    /** As {@link Stories#accept(StoredStory, String)}. */
    public boolean accept(StoredStory story, String proposed) {
        return shelf.accept(story, proposed, proposed, Announcement.ONE_OF_MANY);
    }

    /** As {@link Stories#edit}. */
    public boolean edit(StoredStory seen, Story story) {
        return shelf.edit(seen, story, Announcement.ONE_OF_MANY);
    }

    @Override
    public void close() {
        shelf.endOfMany();
    }
}
