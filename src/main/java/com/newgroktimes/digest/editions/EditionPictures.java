package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.newgroktimes.digest.stories.PictureFetching;
import com.newgroktimes.digest.stories.StoryChanged;

/** Sees to it that the stories of an edition show pictures that are ours, before anybody is told that it is ready. */
@Component
class EditionPictures {

    private static final Logger log = LoggerFactory.getLogger(EditionPictures.class);

    private final EditionStoryTable seats;
    private final Archive archive;
    private final PictureFetching pictures;
    // More than one, since a picture that is shown is itself a change of its story.
    private final ExecutorService aside = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "pictures");
        thread.setDaemon(true);
        return thread;
    });

    EditionPictures(EditionStoryTable seats, Archive archive, PictureFetching pictures) {
        this.seats = seats;
        this.archive = archive;
        this.pictures = pictures;
    }

    /**
     * Never to be called inside a transaction.
     *
     * @param anew whether those that could not be had a moment ago are asked for again
     */
    void complete(int edition, boolean anew) {
        pictures.complete(seats.included(edition), anew);
    }

    /**
     * A story may come into an edition that is there already. Other sites are asked on a thread of their own, where no transaction is
     * going on; whoever changed the story waits, so that the edition is as they will find it.
     */
    @TransactionalEventListener
    void on(StoryChanged changed) {
        try {
            CompletableFuture.runAsync(() -> completeIfSeated(changed.story()), aside)
                    .join();
        } catch (CompletionException e) {
            log.warn("Whether a story's picture is here cannot be seen now; the next check asks again.", e.getCause());
        }
    }

    private void completeIfSeated(long story) {
        List<Long> one = List.of(story);
        boolean open = seats.seats(one).values().stream()
                .filter(EditionStoryTable.Seat::included)
                .anyMatch(seat -> archive.get(seat.edition()).state().open());
        if (open) {
            pictures.complete(one, false);
        }
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }
}
