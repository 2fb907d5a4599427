package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Shelf.Announcement;

/** All stories, one of each. */
@Component
public class Stories {

    private final StoryTable table;
    private final StoryHeadTable heads;
    private final Shelf shelf;
    private final Sources sources;

    Stories(StoryTable table, StoryHeadTable heads, Shelf shelf, Sources sources) {
        this.table = table;
        this.heads = heads;
        this.shelf = shelf;
        this.sources = sources;
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
        return shelf.put(story, source, Announcement.ALONE);
    }

    /** For many changes by hand: an edition that took each alone would be filled and checked anew as often. To be closed at the end. */
    public ManyChanges manyChanges() {
        return new ManyChanges(shelf);
    }

    /** What {@link #collect} found. */
    public record Collected(int added, int changed, int unchanged, List<Trouble> troubles) {

        static final Collected NOTHING = new Collected(0, 0, 0, List.of());

        Collected and(Collected other) {
            return new Collected(
                    added + other.added,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    Stream.concat(troubles.stream(), other.troubles.stream()).toList());
        }

        public int read() {
            return added + changed + unchanged;
        }

        /** How many files gave no story. */
        public int notRead() {
            return (int) troubles.stream()
                    .filter(trouble -> trouble.lost() && trouble.file() != null)
                    .map(Trouble::file)
                    .distinct()
                    .count();
        }

        /** A sentence each, beginning with the file. */
        public List<String> problems() {
            return troubles.stream().map(Trouble::sentence).toList();
        }
    }

    /**
     * Asks every source now, but for feeds that were asked within a minute or asked us to wait. One that fails costs only its own stories. A story told the same as before changes nothing, so
     * that collecting undoes no change made by hand; and one that was withdrawn stays so.
     */
    public Collected collect() {
        return sources.collect();
    }

    public Optional<StoredStory> find(String url) {
        return table.find(key(url));
    }

    public Optional<StoredStory> find(long id) {
        return byId(List.of(id)).stream().findFirst();
    }

    /** What its source last told of it, whatever was changed by hand since; empty where it has no source. */
    public Optional<Story> told(StoredStory story) {
        return table.told(story.id());
    }

    /** The picture that was left out by hand and not taken back since, so that it can be. */
    public Optional<Story.Image> pictureLeftOut(StoredStory story) {
        return table.pictureLeftOut(story.id());
    }

    public List<StoredStory> byId(Collection<Long> ids) {
        return table.byId(ids);
    }

    /** Those whose moment is in the half-open range, oldest first, withdrawn ones included. */
    public List<StoryHead> heads(Instant from, Instant until) {
        return heads.between(from, until);
    }

    public List<StoryHead> heads(Collection<Long> ids) {
        return heads.byId(ids);
    }

    /** Those of a range that lack a TL;DR, and are not withdrawn. */
    public List<StoryHead> incomplete(Instant from, Instant until) {
        return heads.incomplete(from, until);
    }

    /** The sections that those of the range have. */
    public List<String> sections(Instant from, Instant until) {
        return heads.sections(from, until);
    }

    /** The ids of those whose moment is in the half-open range, and that we knew before it came. */
    public List<Long> datedAhead(Instant from, Instant until) {
        return table.datedAhead(from, until);
    }

    /**
     * Makes the proposed TL;DR the story's own, as if somebody had written it.
     *
     * @return false where that is not what is proposed: it changed meanwhile, or the story has its TL;DR
     */
    public boolean accept(StoredStory story, String proposed) {
        return shelf.accept(story, proposed, proposed, Announcement.ALONE);
    }

    /**
     * As {@link #accept(StoredStory, String)}, in other words.
     *
     * @throws Problem where they cannot be a TL;DR
     */
    public boolean accept(StoredStory story, String proposed, String words) {
        Fields fields = new Fields();
        String tldr = fields.needed("tldr", fields.lines("tldr", words));
        if (tldr == null) {
            throw Flaw.refusal(fields.flaws());
        }
        return shelf.accept(story, proposed, tldr, Announcement.ALONE);
    }

    /**
     * Changes a story by hand. What is changed stays so, whatever its source tells.
     *
     * @param seen the story as it was when somebody began to change it
     * @return false where it has changed since
     */
    public boolean edit(StoredStory seen, Story story) {
        return shelf.edit(seen, story, Announcement.ALONE);
    }

    /** False where it is not withdrawn. */
    public boolean bringBack(StoredStory story) {
        return shelf.bringBack(story);
    }

    /** False where it was withdrawn already. */
    public boolean withdraw(StoredStory story) {
        return shelf.withdraw(story);
    }

    /** False where there is no such story. */
    public boolean withdraw(String url) {
        Optional<StoredStory> story = table.find(key(url));
        story.ifPresent(shelf::withdraw);
        return story.isPresent();
    }

    private static String key(String url) {
        try {
            return CanonicalUrl.of(url).value();
        } catch (NotAnAddress none) {
            throw new Problem(Problem.Kind.INVALID, "Not the address of a story", none.sentence());
        }
    }
}
