package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.stories.Sources;

/** Stories that are being collected while somebody is about to send an edition: they are awaited, or they would miss their week. */
@Component
public class StoriesUnderWay {

    private final Sources sources;

    StoriesUnderWay(Sources sources) {
        this.sources = sources;
    }

    /**
     * Waits a little, and has open editions take what has come. Never to be called inside a transaction.
     *
     * @return the feeds, by address, that have more to tell
     */
    @Transactional(propagation = Propagation.NEVER)
    public List<String> await() {
        return sources.awaitThoseInHand();
    }
}
