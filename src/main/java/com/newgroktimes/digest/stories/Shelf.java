package com.newgroktimes.digest.stories;

import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Put;
import com.newgroktimes.digest.stories.Tellings.Known;

/** Every change to a story, and the word of it, in one transaction. */
@Component
class Shelf {

    private final StoryTable table;
    private final Tellings tellings;
    private final Pictures pictures;
    private final ApplicationEventPublisher events;

    Shelf(StoryTable table, Tellings tellings, Pictures pictures, ApplicationEventPublisher events) {
        this.table = table;
        this.tellings = tellings;
        this.pictures = pictures;
        this.events = events;
    }

    @Transactional
    public Put put(Story story, String source) {
        return announced(table.put(fit(story), source));
    }

    /**
     * Field by field, so that what was set by hand stays. In a transaction of its own: one that fails costs nothing else that is
     * collected with it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Put take(Telling telling, String source) {
        Telling now = new Telling(fit(telling.story()), telling.tldrProposed());
        Optional<Known> known = tellings.keep(now);
        Change change = known.isEmpty() && tellings.add(now, source)
                ? Change.ADDED
                : retell(known.or(() -> tellings.keep(now)).orElseThrow(), now, source);
        return announced(new Put(change, table.find(now.story().url()).orElseThrow()));
    }

    private Change retell(Known known, Telling now, String source) {
        if (known.wasToldSo(now)) {
            return Change.UNCHANGED;
        }
        StoryColumns merged = known.merged(now);
        if (known.isKeptSo(merged)) {
            tellings.record(known, now, source);
            return Change.UNCHANGED;
        }
        tellings.record(known, now, source, merged);
        return Change.REPLACED;
    }

    /** False where it has changed since it was looked at. */
    @Transactional
    public boolean edit(StoredStory seen, Story story) {
        StoredStory kept = table.keep(seen.id());
        boolean asSeen = kept.story().equals(seen.story());
        if (!asSeen || kept.story().equals(story)) {
            return asSeen;
        }
        table.edit(kept, fit(story));
        return announced(kept, true);
    }

    /** Makes these words the story's own TL;DR. False where another is proposed than was looked at, or none. */
    @Transactional
    public boolean accept(StoredStory story, String proposed, String words) {
        return announced(story, table.accept(story.id(), proposed, words));
    }

    /** False where it was withdrawn already. */
    @Transactional
    public boolean withdraw(StoredStory story) {
        return announced(story, table.withdraw(story.id()));
    }

    /** False where it is not withdrawn. */
    @Transactional
    public boolean bringBack(StoredStory story) {
        return announced(story, table.bringBack(story.id()));
    }

    /** Shows the picture that was fetched from that address, unless the story names another one meanwhile. */
    @Transactional
    public void show(long story, String url, String picture) {
        if (table.show(story, url, picture)) {
            events.publishEvent(new StoryChanged(story));
        }
    }

    private Story fit(Story story) {
        String picture = story.picture();
        if (picture != null && !pictures.has(picture)) {
            throw Flaw.refusal(List.of(new Flaw("image.url", "No such picture is kept here.")));
        }
        return story.at(CanonicalUrl.of(story.url()).value());
    }

    private boolean announced(StoredStory story, boolean changed) {
        if (changed) {
            events.publishEvent(new StoryChanged(story.id()));
        }
        return changed;
    }

    private Put announced(Put put) {
        if (put.change() != Change.UNCHANGED) {
            events.publishEvent(new StoryChanged(put.story().id()));
        }
        return put;
    }
}
