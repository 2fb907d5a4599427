package com.newgroktimes.digest.mail;

import com.newgroktimes.digest.mail.smtp.Line;

/** What a relay said of itself when it last gave us a line, whichever of us it was. */
final class LastHeard {

    private volatile boolean asciiAlone;

    void on(Line line) {
        asciiAlone = !line.offers("SMTPUTF8");
    }

    /** False also where it has never been heard. */
    boolean isAsciiAlone() {
        return asciiAlone;
    }
}
