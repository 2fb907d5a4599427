package com.newgroktimes.digest.platform.fetch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** What was asked for was not had. */
public final class FetchFault extends RuntimeException {

    private final boolean silence;

    private FetchFault(String sentence, boolean silence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.silence = silence;
    }

    static FetchFault at(URI address, String what, @Nullable Throwable cause) {
        return new FetchFault("%s %s".formatted(address, what), false, cause);
    }

    /** Nothing came, so that nothing is known of what is there. */
    static FetchFault silence(URI address, String what, Throwable cause) {
        return new FetchFault("%s %s".formatted(address, what), true, cause);
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
