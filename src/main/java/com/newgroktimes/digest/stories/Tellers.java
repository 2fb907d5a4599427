package com.newgroktimes.digest.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which sources still tell stories. Of several that tell one the first has the say, for as long as it does. */
@Component
class Tellers {

    private final @Nullable Path folder;
    private final Set<String> feeds;

    Tellers(StorySettings settings) {
        this.folder = settings.folder();
        this.feeds =
                settings.feeds().stream().map(feed -> feed.url().toString()).collect(Collectors.toUnmodifiableSet());
    }

    /** @param teller who has told it so far; null where that is not known */
    boolean isAnother(@Nullable String teller, String source) {
        return teller != null && !teller.equals(source) && tells(teller);
    }

    private boolean tells(String source) {
        return feeds.contains(source) || (folder != null && isFile(source, folder));
    }

    /** A file that was renamed, or is gone, has nothing more to say. */
    private static boolean isFile(String source, Path folder) {
        return StoryFolder.isStory(source) && Files.exists(folder.resolve(source));
    }
}
