package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** All stories, one of each. */
@Component
public class Stories {

    /** What {@link #collect} found, source by source. */
    public record Collected(int added, int changed, int unchanged, List<String> problems) {}

    /** Adds or replaces, by canonical URL. */
    public Put put(Story story, String source) {
        throw new UnsupportedOperationException();
    }

    public record Put(boolean added, StoredStory story) {}

    /** Asks every source now. One that fails costs only its own stories. */
    public Collected collect() {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredStory> find(String url) {
        throw new UnsupportedOperationException();
    }

    public List<StoredStory> byId(Collection<Long> ids) {
        throw new UnsupportedOperationException();
    }

    /** Those whose moment is in the half-open range, oldest first, withdrawn ones included. */
    public List<StoredStory> between(Instant from, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** False where there is no such story. */
    public boolean withdraw(String url) {
        throw new UnsupportedOperationException();
    }
}
