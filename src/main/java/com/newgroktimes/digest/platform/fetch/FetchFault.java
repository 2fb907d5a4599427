package com.newgroktimes.digest.platform.fetch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** What was asked for was not had. */
public final class FetchFault extends RuntimeException {

    public enum Kind {
        /** Something came, and it was not what was asked for. */
        ANSWER,
        /** Nothing came, so that nothing is known of what is there. */
        SILENCE,
        /** Those who know say that there is no such host. */
        NO_SUCH_HOST,
        /** The host does not prove that it is the one. */
        UNPROVEN,
        /** It leads on and on. */
        ROUNDABOUT,
        /** The host is not on the open internet, and was not asked. */
        CLOSED
    }

    private final Kind kind;

    private FetchFault(String sentence, Kind kind, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    static FetchFault at(URI address, String what, @Nullable Throwable cause) {
        return of(Kind.ANSWER, address, what, cause);
    }

    static FetchFault of(Kind kind, URI address, String what, @Nullable Throwable cause) {
        return new FetchFault("%s %s".formatted(address, what), kind, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether nothing came, so that whoever asks the same host again is likely to wait as long. */
    public boolean isSilence() {
        return kind == Kind.SILENCE || kind == Kind.NO_SUCH_HOST;
    }

    /** What happened, to what, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
