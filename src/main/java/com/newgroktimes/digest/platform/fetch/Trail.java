package com.newgroktimes.digest.platform.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

import com.newgroktimes.digest.platform.fetch.FetchFault.Kind;

/** Where an address leads (RFC 9110 §15.4), hop by hop. */
final class Trail {

    private static final int MOST_HOPS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);

    private final URI begun;
    private final Set<URI> passed = new HashSet<>();
    private URI here;
    private URI settled;
    private boolean forGood = true;
    private int hops;

    Trail(URI begun) {
        this.begun = begun;
        this.here = begun;
        this.settled = begun;
        passed.add(begun);
    }

    /** How far it has led by now. */
    URI here() {
        return here;
    }

    /** As far as it led for good, from its beginning on. */
    URI settled() {
        return settled;
    }

    int hops() {
        return hops;
    }

    /**
     * Goes where the answer leads.
     *
     * @return false where it leads nowhere: this is the end
     * @throws FetchFault where it leads to what is no address or back to where it was, or has led on too often
     */
    boolean follows(ClassicHttpResponse answer) {
        Optional<String> elsewhere = REDIRECTS.contains(answer.getCode())
                ? Optional.ofNullable(answer.getFirstHeader("Location")).map(Header::getValue)
                : Optional.empty();
        elsewhere.ifPresent(location -> goTo(location, FOR_GOOD.contains(answer.getCode())));
        return elsewhere.isPresent();
    }

    private void goTo(String location, boolean moved) {
        here = resolve(here, location);
        forGood = forGood && moved;
        settled = forGood ? here : settled;
        hops++;
        if (!passed.add(here)) {
            throw FetchFault.of(
                    Kind.ROUNDABOUT,
                    begun,
                    "leads in a circle, back to %s. Its site must mend that; give another address meanwhile."
                            .formatted(here),
                    null);
        }
        if (hops > MOST_HOPS) {
            throw FetchFault.of(
                    Kind.ROUNDABOUT,
                    begun,
                    "leads on more than %d times. Give the address where it ends.".formatted(MOST_HOPS),
                    null);
        }
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw FetchFault.at(
                    from, "leads to what is no address: %s. Give the one it should lead to.".formatted(location), e);
        }
    }
}
