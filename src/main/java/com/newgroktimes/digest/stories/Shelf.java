package com.newgroktimes.digest.stories;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Put;

/** Every change to a story, and the word of it, in one transaction. */
@Component
class Shelf {

    /** How a change is told to whoever keeps copies. */
    enum Announcement {
        ALONE,
        /** Others may follow, and {@link #endOfMany} comes after them. */
        ONE_OF_MANY
    }

    private final StoryTable table;
    private final Tellings tellings;
    private final Tellers tellers;
    private final Pictures pictures;
    private final ApplicationEventPublisher events;

    Shelf(StoryTable table, Tellings tellings, Tellers tellers, Pictures pictures, ApplicationEventPublisher events) {
        this.table = table;
        this.tellings = tellings;
        this.tellers = tellers;
        this.pictures = pictures;
        this.events = events;
    }

    @Transactional
    public Put put(Story story, String source, Announcement announcement) {
        Put put = table.put(fit(story), source);
        announced(put.story(), put.change() != Change.UNCHANGED, announcement);
        return put;
    }

    /** Outside of any transaction. */
    void endOfMany() {
        events.publishEvent(new StoriesCollected());
    }

    /** What is known of stories before a source tells them, by address. Nothing is kept from changing. */
    Map<String, ToldStory> known(Collection<String> urls) {
        return tellings.known(urls);
    }

    /** Whether telling it changes nothing at all: most of what a feed tells is what it told before. */
    boolean isOldNews(ToldStory known, Telling now, String source) {
        return tellers.isAnother(known.teller(), source)
                ? known.others().of(source).filter(now::equals).isPresent()
                : known.wasToldSo(now);
    }

    /**
     * Field by field, so that what was set by hand stays. In a transaction of its own: one that fails costs nothing else that is
     * collected with it.
     *
     * @param alongside what is kept in the same transaction, of the story with this id
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Change take(Telling telling, String source, LongConsumer alongside) {
        Telling now = new Telling(fit(telling.story()), telling.tldrProposed());
        Change change = tellings.add(now, source) ? Change.ADDED : Change.UNCHANGED;
        ToldStory known = tellings.keep(now);
        if (change == Change.UNCHANGED) {
            change = hasTheSay(source, known, now) ? retell(known, now, source) : complete(known, now, source);
        }
        alongside.accept(known.id());
        if (change != Change.UNCHANGED) {
            changed(known.id(), Announcement.ONE_OF_MANY);
        }
        return change;
    }

    /** One that has gone on without the story would never correct it. Whoever still does, and not who only comes upon it, follows. */
    private boolean hasTheSay(String source, ToldStory known, Telling now) {
        return !tellers.isAnother(known.teller(), source) || (known.leftOff() && known.wasToldOtherwise(now, source));
    }

    private Change retell(ToldStory known, Telling now, String source) {
        if (known.wasToldSo(now)) {
            return Change.UNCHANGED;
        }
        OtherTellings rest = known.othersThan(source);
        StoryColumns merged = known.merged(now, rest);
        if (known.isKeptSo(merged)) {
            tellings.record(known, now, source, rest);
            return Change.UNCHANGED;
        }
        tellings.record(known, now, source, rest, merged);
        return Change.REPLACED;
    }

    /** One source has the story. Were each to have its way, they would change it to and fro for as long as both tell it. */
    private Change complete(ToldStory known, Telling now, String source) {
        OtherTellings all = known.others().with(source, now);
        StoryColumns completed = known.completed(all);
        if (known.isKeptSo(completed)) {
            tellings.record(known, all);
            return Change.UNCHANGED;
        }
        tellings.complete(known, all, completed);
        return Change.REPLACED;
    }

    /** The sources' documents were read to their ends, and these are the stories, by address, that they tell now. */
    @Transactional
    public void list(Collection<String> sources, Collection<String> urls) {
        tellings.list(sources, urls);
    }

    /** False where it has changed since it was looked at. */
    @Transactional
    public boolean edit(StoredStory seen, Story story, Announcement announcement) {
        StoredStory kept = table.keep(seen.id());
        boolean asSeen = kept.story().equals(seen.story());
        if (!asSeen || kept.story().equals(story)) {
            return asSeen;
        }
        table.edit(kept, fit(story));
        return announced(kept, true, announcement);
    }

    /** Makes these words the story's own TL;DR. False where another is proposed than was looked at, or none. */
    @Transactional
    public boolean accept(StoredStory story, String proposed, String words, Announcement announcement) {
        return announced(story, table.accept(story.id(), proposed, words), announcement);
    }

    /** False where it was withdrawn already. */
    @Transactional
    public boolean withdraw(StoredStory story) {
        return announced(story, table.withdraw(story.id()), Announcement.ALONE);
    }

    /** False where it is not withdrawn. */
    @Transactional
    public boolean bringBack(StoredStory story) {
        return announced(story, table.bringBack(story.id()), Announcement.ALONE);
    }

    /** Shows the picture that was fetched from that address. False where the story names another one meanwhile. */
    @Transactional
    public boolean show(long story, String url, String picture) {
        boolean shown = table.show(story, url, picture);
        if (shown) {
            changed(story, Announcement.ALONE);
        }
        return shown;
    }

    private Story fit(Story story) {
        String picture = story.picture();
        if (picture != null && !pictures.has(picture)) {
            throw Flaw.refusal(List.of(new Flaw("image.url", "No such picture is kept here.")));
        }
        return story.at(CanonicalUrl.of(story.url()).value());
    }

    private boolean announced(StoredStory story, boolean changed, Announcement announcement) {
        if (changed) {
            changed(story.id(), announcement);
        }
        return changed;
    }

    private void changed(long story, Announcement announcement) {
        events.publishEvent(new StoryChanged(story, announcement == Announcement.ONE_OF_MANY));
    }
}
