package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.StoredStory;

/** All editions. */
@Component
public class Editions {

    /** @param created false where the week had its edition already */
    public record Assembled(boolean created, Edition edition) {}

    /**
     * Puts a week's edition together from the stories that are there, checks it, and leaves it DRAFT or READY.
     *
     * @param week {@code 2026-W48}, {@code current} or {@code last} (the last closed one)
     */
    public Assembled assemble(String week) {
        throw new UnsupportedOperationException();
    }

    /** The window of a week: its edition's, or the one that its edition would have. */
    public EditionWindow window(String week) {
        throw new UnsupportedOperationException();
    }

    /** By id of the story. */
    public Map<Long, Placement> placements(Collection<StoredStory> stories) {
        throw new UnsupportedOperationException();
    }

    public Placement placement(StoredStory story) {
        return placements(List.of(story)).values().iterator().next();
    }

    public Optional<Edition> find(int number) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Edition> list() {
        throw new UnsupportedOperationException();
    }

    /** Newest first: those that readers may see, from the freeze on. */
    public List<Edition> published() {
        throw new UnsupportedOperationException();
    }

    /** The results for the content as it is now. */
    public List<Check> checks(int number) {
        throw new UnsupportedOperationException();
    }

    /** Asks every rule again; a DRAFT may become READY, a READY one DRAFT. */
    public List<Check> check(int number) {
        throw new UnsupportedOperationException();
    }

    /** Just the state: cheap enough to be asked every second of a run. */
    public EditionState state(int number) {
        throw new UnsupportedOperationException();
    }

    /** False where another node was first, or the edition has moved on meanwhile, or its content is another. */
    public boolean hold(int number, String contentHash, int recipients, String by, Instant until) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #hold}, but for a time of its own: the edition becomes SCHEDULED, and leaves without a holding time. */
    public boolean schedule(int number, String contentHash, int recipients, String by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The numbers of those in any of these states: cheap enough to be asked every few seconds. */
    public List<Integer> in(Set<EditionState> states) {
        throw new UnsupportedOperationException();
    }

    /** The language that a reader of this locale gets the digest in: one that the message bundles have. */
    public String language(String locale) {
        throw new UnsupportedOperationException();
    }

    /** False where the edition is in none of the states {@code from}. */
    public boolean move(int number, Set<EditionState> from, EditionState to, @Nullable String reason) {
        throw new UnsupportedOperationException();
    }

    /** Notes the moment at which the audience was written to the ledger. In the caller's transaction. */
    public void frozen(int number, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Renders each variant once and keeps the skeletons; those that are there already are not rendered again. */
    public List<RenderedVariant> render(int number, Collection<Variant> wanted) {
        throw new UnsupportedOperationException();
    }

    /** The skeletons kept for the edition's present revision, by id. */
    public List<RenderedVariant> rendered(int number) {
        throw new UnsupportedOperationException();
    }

    /** Renders one variant as it would be now, and keeps nothing; what was kept for it, if it was. */
    public RenderedVariant preview(int number, Variant variant) {
        throw new UnsupportedOperationException();
    }
}
