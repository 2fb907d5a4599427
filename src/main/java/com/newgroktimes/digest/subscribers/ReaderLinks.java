package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** The links that name one reader: made when they are needed, never stored, so that any of them can be made again. */
@Component
public class ReaderLinks {

    public URI confirm(long subscriber, Instant issued) {
        throw new UnsupportedOperationException();
    }

    /** Works for ever. */
    public URI unsubscribe(long subscriber) {
        throw new UnsupportedOperationException();
    }

    /** @param issued for a link in an edition, the edition's freeze */
    public URI settings(long subscriber, Instant issued) {
        throw new UnsupportedOperationException();
    }

    public URI notMe(long subscriber) {
        throw new UnsupportedOperationException();
    }
}
