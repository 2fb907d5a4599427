package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.delivery.LatestDeliveries;
import com.newgroktimes.digest.subscribers.Subscriber;

/**
 * A reader as one line of a list. Templates read it.
 *
 * @param address masked, or in full
 */
public record ReaderLine(Subscriber reader, String address, LatestDeliveries latest) {

    static ReaderLine of(Subscriber reader, boolean inFull, LatestDeliveries latest) {
        String address = inFull ? reader.address().key() : reader.address().masked();
        return new ReaderLine(reader, address, latest);
    }
}
