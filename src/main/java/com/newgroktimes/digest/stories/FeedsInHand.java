package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/** Feeds that somebody asks just now, on whichever node: until that is done, what they have told is not all that they tell. */
@Component
class FeedsInHand {

    private static final long EVERY_MILLIS = 200;

    private final FeedTable table;

    FeedsInHand(FeedTable table) {
        this.table = table;
    }

    /**
     * Waits for those that are in hand now.
     *
     * @return those that were not done in time, by name
     */
    List<String> await(Duration patience) {
        Set<String> waitedFor = table.inHand();
        long until = System.nanoTime() + patience.toNanos();
        while (!waitedFor.isEmpty() && System.nanoTime() < until && pause()) {
            waitedFor.retainAll(table.inHand());
        }
        return waitedFor.stream().sorted().toList();
    }

    /** False where somebody wants this thread to end. */
    private static boolean pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
