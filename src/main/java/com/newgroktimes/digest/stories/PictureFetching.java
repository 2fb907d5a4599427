package com.newgroktimes.digest.stories;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;

/**
 * Makes ours the pictures that stories name on other sites, so that no reader's mail program asks anybody else. One that cannot be
 * had costs its story the picture and nothing more.
 */
@Component
public class PictureFetching {

    private static final Logger log = LoggerFactory.getLogger(PictureFetching.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(10);

    private final StoryTable stories;
    private final Shelf shelf;
    private final Pictures pictures;
    private final PictureFetchTable fetches;
    private final GuardedFetch web;
    private final Clock clock;

    PictureFetching(
            StoryTable stories,
            Shelf shelf,
            Pictures pictures,
            PictureFetchTable fetches,
            GuardedFetch web,
            Clock clock) {
        this.stories = stories;
        this.shelf = shelf;
        this.pictures = pictures;
        this.fetches = fetches;
        this.web = web;
        this.clock = clock;
    }

    /**
     * Gives each of these stories the picture that it names, where it lacks it. Other sites take their time: never to be called
     * inside a transaction.
     *
     * @param anew whether one that could not be had a moment ago is asked for again
     */
    public void complete(Collection<Long> ids, boolean anew) {
        Set<String> silent = new HashSet<>();
        for (StoredStory story : stories.byId(ids)) {
            String url = story.pictureElsewhere();
            if (url != null && story.picture() == null) {
                show(story, url, anew, silent);
            }
        }
    }

    /** What came of the last try. */
    public Optional<PictureFetch> last(String url) {
        return fetches.find(url);
    }

    private void show(StoredStory story, String url, boolean anew, Set<String> silent) {
        PictureFetch fetch = fetches.find(url)
                .filter(last -> last.picture() != null || !(anew || isLongAgo(last)))
                .orElseGet(() -> fetch(url, silent));
        if (fetch.picture() != null) {
            shelf.show(story, fetch.picture());
        }
    }

    private boolean isLongAgo(PictureFetch last) {
        return last.askedAt().plus(ASK_AGAIN_AFTER).isBefore(clock.instant());
    }

    /** @param silent hosts that gave no answer a moment ago, and would cost each of their pictures the same wait */
    private PictureFetch fetch(String url, Set<String> silent) {
        PictureFetch fetch = asked(url, silent);
        fetches.write(fetch);
        if (fetch.fault() != null) {
            log.warn("No picture from {}: {}", url, fetch.fault());
        }
        return fetch;
    }

    private PictureFetch asked(String url, Set<String> silent) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            return failed(url, "%s is no address: %s".formatted(url, e.getReason()));
        }
        if (silent.contains(String.valueOf(address.getHost()))) {
            return failed(url, "%s was not asked, since its host did not answer a moment ago.".formatted(url));
        }
        try {
            byte[] original = web.get(address, OriginalPicture.MOST_BYTES).body();
            return new PictureFetch(url, pictures.keep(original), null, clock.instant());
        } catch (FetchFault e) {
            if (e.isSilence()) {
                silent.add(String.valueOf(address.getHost()));
            }
            return failed(url, e.sentence());
        } catch (UnreadableFile e) {
            return failed(url, "%s cannot be shown. %s".formatted(url, e.sentence()));
        }
    }

    private PictureFetch failed(String url, String fault) {
        return new PictureFetch(url, null, fault, clock.instant());
    }
}
