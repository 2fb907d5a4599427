package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Collected;

/** One going through a source. What is wrong with a story costs that story, or a part of it, and is noted. */
final class Collecting {

    private static final Logger log = LoggerFactory.getLogger(Collecting.class);

    private final StoryFolder folder;
    private final Shelf shelf;
    private final Map<String, String> toldBy = new HashMap<>();
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
    private final List<Trouble> troubles = new ArrayList<>();

    Collecting(StoryFolder folder, Shelf shelf) {
        this.folder = folder;
        this.shelf = shelf;
    }

    Collected collected() {
        return new Collected(
                count(Change.ADDED), count(Change.REPLACED), count(Change.UNCHANGED), List.copyOf(troubles));
    }

    private int count(Change change) {
        return counts.getOrDefault(change, 0);
    }

    /** It concerns the source as a whole. */
    void trouble(String sentence) {
        troubles.add(new Trouble(null, sentence, true));
    }

    void take(StoryFile file) {
        try {
            take(folder.read(file), file.name());
        } catch (Problem refused) {
            lost(file.name(), refused.detail());
        } catch (UnreadableFile unreadable) {
            lost(file.name(), unreadable.sentence());
        } catch (RuntimeException unexpected) {
            log.error("The story file {} was left out", file.path(), unexpected);
            lost(file.name(), "It could not be taken; the service's log says why.");
        }
    }

    private void take(Reading reading, String name) {
        Story story = reading.whatIsThere();
        reading.flaws().forEach(flaw -> troubles.add(new Trouble(name, flaw.toString(), false)));
        String other = toldBy.putIfAbsent(story.url(), name);
        if (other != null) {
            lost(name, "It tells %s, which %s tells already; it was left out.".formatted(story.url(), other));
            return;
        }
        counts.merge(shelf.take(reading, name).change(), 1, Integer::sum);
    }

    private void lost(String file, String sentence) {
        troubles.add(new Trouble(file, sentence, true));
    }
}
