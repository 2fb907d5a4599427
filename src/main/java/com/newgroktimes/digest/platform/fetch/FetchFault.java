package com.newgroktimes.digest.platform.fetch;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.ConnectTimeoutException;
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
        CLOSED,
        /** Whoever has the say keeps us from it; it was not asked. */
        NO_LEAVE
    }

    private final Kind kind;
    private final URI address;
    private final String what;

    private FetchFault(Kind kind, URI address, String what, @Nullable Throwable cause) {
        super("%s %s".formatted(address, what), cause);
        this.kind = kind;
        this.address = address;
        this.what = what;
    }

    static FetchFault at(URI address, String what, @Nullable Throwable cause) {
        return of(Kind.ANSWER, address, what, cause);
    }

    static FetchFault of(Kind kind, URI address, String what, @Nullable Throwable cause) {
        return new FetchFault(kind, address, what, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Where it went wrong: the last of those that the one asked for led to. */
    public URI address() {
        return address;
    }

    /** Whether all that the host of {@link #address} has is out of reach, and would cost the same wait. */
    public boolean isOfWholeHost() {
        return kind == Kind.SILENCE || kind == Kind.NO_SUCH_HOST;
    }

    /** Whether nothing at all is known of the host of {@link #address} but that it cannot be called. */
    public boolean isOutOfReach() {
        Throwable cause = getCause();
        return kind == Kind.NO_SUCH_HOST
                || cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException;
    }

    /** The sentence without the address that it begins with. */
    public String what() {
        return what;
    }

    /** What happened, to what, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
