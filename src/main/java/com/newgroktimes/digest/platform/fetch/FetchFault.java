package com.newgroktimes.digest.platform.fetch;

import java.net.URI;

/** What was asked for was not had. */
public final class FetchFault extends RuntimeException {

    private final boolean silence;

    private FetchFault(String sentence, boolean silence) {
        super(sentence);
        this.silence = silence;
    }

    static FetchFault at(URI address, String what) {
        return new FetchFault("%s %s".formatted(address, what), false);
    }

    static FetchFault silence(URI address) {
        return new FetchFault("%s did not answer in time.".formatted(address), true);
    }

    /** Whether nothing came, so that whoever asks the same host again is likely to wait as long. */
    public boolean isSilence() {
        return silence;
    }

    /** What happened, to what, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
