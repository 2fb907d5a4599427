package com.newgroktimes.digest.mail;

import java.util.Map;

/** One reader's slots, as the lines that go into either part. */
record Filling(SlotValues inText, SlotValues inHtml) {

    static Filling of(Map<Slot, String> values) {
        SlotValues inText = SlotValues.inText(values);
        return new Filling(inText, inText.escaped(values));
    }

    /** In relaxed form (RFC 6376 §3.4.4). */
    Filling relaxed() {
        return new Filling(inText.relaxed(), inHtml.relaxed());
    }
}
