package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.platform.Problem;

/** All stories, one of each. */
@Component
@Transactional
public class Stories {

    private final StoryTable table;
    private final ApplicationEventPublisher events;

    Stories(StoryTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    public enum Change {
        ADDED,
        REPLACED,
        /** It was there already, and says the same. */
        UNCHANGED
    }

    public record Put(Change change, StoredStory story) {

        public boolean added() {
            return change == Change.ADDED;
        }
    }

    /** Adds or replaces by hand, by canonical URL. One that was withdrawn is back. */
    public Put put(Story story, String source) {
        return announced(table.put(canonical(story), source));
    }

    /**
     * Adds or replaces what a source tells. Told the same again, it changes nothing, so that it undoes no change made by hand
     * meanwhile; and one that was withdrawn stays so.
     */
    Put take(Story story, String source) {
        return announced(table.take(canonical(story), source));
    }

    /** What {@link #collect} found. */
    public record Collected(int added, int changed, int unchanged, List<String> problems) {}

    /** Asks every source now. One that fails costs only its own stories. */
    public Collected collect() {
        throw new UnsupportedOperationException();
    }

    private Put announced(Put put) {
        if (put.change() != Change.UNCHANGED) {
            events.publishEvent(new StoryChanged(put.story().id()));
        }
        return put;
    }

    @Transactional(readOnly = true)
    public Optional<StoredStory> find(String url) {
        return table.find(key(url));
    }

    @Transactional(readOnly = true)
    public List<StoredStory> byId(Collection<Long> ids) {
        return table.byId(ids);
    }

    /** Those whose moment is in the half-open range, oldest first, withdrawn ones included. */
    @Transactional(readOnly = true)
    public List<StoredStory> between(Instant from, Instant until) {
        return table.between(from, until);
    }

    /** False where there is no such story. */
    public boolean withdraw(String url) {
        Optional<StoredStory> story = table.find(key(url));
        story.filter(found -> table.withdraw(found.id()))
                .ifPresent(withdrawn -> events.publishEvent(new StoryChanged(withdrawn.id())));
        return story.isPresent();
    }

    private static Story canonical(Story story) {
        return story.at(CanonicalUrl.of(story.url()).value());
    }

    private static String key(String url) {
        try {
            return CanonicalUrl.of(url).value();
        } catch (NotAnAddress none) {
            throw new Problem(Problem.Kind.INVALID, "Not the address of a story", none.sentence());
        }
    }
}
