package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Collected;

/** One going through a source. What is wrong with a story costs that story, or a part of it, and is noted. */
final class Collecting {

    private static final Logger log = LoggerFactory.getLogger(Collecting.class);

    private final Shelf shelf;
    private final Map<String, String> toldBy = new HashMap<>();
    private final Map<String, ToldStory> known = new HashMap<>();
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
    private final SharedAddresses shared = new SharedAddresses();
    private final List<Trouble> troubles = new ArrayList<>();
    private boolean whole = true;
    private @Nullable String hint;

    Collecting(Shelf shelf) {
        this.shelf = shelf;
    }

    Collected collected() {
        return new Collected(
                count(Change.ADDED),
                count(Change.REPLACED),
                count(Change.UNCHANGED),
                Stream.concat(troubles.stream(), shared.troubles().stream()).toList());
    }

    private int count(Change change) {
        return counts.getOrDefault(change, 0);
    }

    /** It concerns the source as a whole. */
    void trouble(String sentence) {
        troubles.add(new Trouble(null, sentence, true));
        whole = false;
    }

    /** It costs no story that was read; but what there was may not have been all. */
    void note(String sentence) {
        troubles.add(new Trouble(null, sentence, false));
        whole = false;
    }

    /** What looks wrong with the source, though it can be read; null takes it back. */
    void hint(@Nullable String sentence) {
        hint = sentence;
    }

    @Nullable
    String hint() {
        return hint;
    }

    /** Whether nothing was left out that the next going through may have, though its source tells nothing new. */
    boolean isWhole() {
        return whole;
    }

    /** Stories at these addresses come next: those that are told as before are then known without asking for each. */
    void expect(Collection<String> urls) {
        known.clear();
        known.putAll(shelf.known(urls));
    }

    /** Whether one of those that come next is kept at this address. */
    boolean knows(String url) {
        return known.containsKey(url);
    }

    /** What was last told of the story at this address, if it is one of those that come next. */
    Optional<Story> lastTold(String url) {
        return Optional.ofNullable(known.get(url)).map(ToldStory::before).map(Telling::story);
    }

    void take(StoryFolder folder, StoryFile file) {
        take(file.name(), () -> taken(folder.read(file), file.name()));
    }

    /**
     * Only what is the database's trouble ends more than this one.
     *
     * @param name what the troubles of this one are told by
     * @param work reads and takes it
     */
    void take(String name, Runnable work) {
        try {
            work.run();
        } catch (Problem refused) {
            lost(name, refused.detail());
        } catch (UnreadableFile unreadable) {
            lost(name, unreadable.sentence());
        } catch (RuntimeException | LinkageError | VirtualMachineError unexpected) {
            if (DatabaseTrouble.behind(unexpected).isPresent()) {
                throw unexpected;
            }
            log.error("The story {} was left out", name, unexpected);
            lost(name, "It could not be taken; the service's log says why.");
            whole = false;
        }
    }

    private void taken(Reading reading, String name) {
        taken(
                new Telling(reading.whatIsThere(), reading.story().tldrProposed()),
                reading.flaws(),
                name,
                name,
                story -> {});
    }

    /** @param alongside what is kept with it, of the story with this id; not where it is left out, or tells nothing new */
    void taken(Telling telling, List<Flaw> flaws, String name, String source, LongConsumer alongside) {
        String url = telling.story().url();
        flaws.forEach(flaw -> troubles.add(new Trouble(name, flaw.toString(), false)));
        String other = toldBy.putIfAbsent(url, name);
        boolean isFile = name.equals(source);
        if (!isFile) {
            shared.add(url, telling.story().headline());
        }
        if (other != null && !isFile) {
            return;
        }
        if (other != null) {
            lost(name, "It tells %s, which %s tells already; it was left out.".formatted(url, other));
            return;
        }
        ToldStory before = known.get(url);
        boolean old = before != null && shelf.isOldNews(before, telling, source);
        counts.merge(old ? Change.UNCHANGED : shelf.take(telling, source, alongside), 1, Integer::sum);
    }

    /** A folder's files are sources each: those that told a story. */
    void endOfFiles() {
        endOf(toldBy.values());
    }

    /** All that the sources tell now was taken. Unless that may not have been all, they let go of what they told before and tell no more. */
    void endOf(Collection<String> sources) {
        if (whole) {
            shelf.list(sources, toldBy.keySet());
        }
    }

    private void lost(String file, String sentence) {
        troubles.add(new Trouble(file, sentence, true));
    }
}
