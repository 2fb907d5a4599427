package com.newgroktimes.digest.platform.fetch;

import java.net.URI;

import org.apache.hc.client5.http.classic.methods.HttpGet;

/**
 * What is asked for.
 *
 * @param accept     what kinds of document, as HTTP has it
 * @param mostBytes  how many are taken, unpacked
 * @param known      the version of it that we have already
 * @param leave      who has the say whether an address is asked
 * @param alsoInPart whether the beginning of one that breaks off is better than nothing
 */
public record DocumentRequest(String accept, int mostBytes, Validators known, Leave leave, boolean alsoInPart) {

    /** Whole, whatever we have of it, by leave of whoever named it. */
    public DocumentRequest(String accept, int mostBytes) {
        this(accept, mostBytes, Validators.NONE, Leave.GIVEN, false);
    }

    public DocumentRequest unless(Validators known) {
        return new DocumentRequest(accept, mostBytes, known, leave, alsoInPart);
    }

    public DocumentRequest by(Leave leave) {
        return new DocumentRequest(accept, mostBytes, known, leave, alsoInPart);
    }

    public DocumentRequest orInPart() {
        return new DocumentRequest(accept, mostBytes, known, leave, true);
    }

    /** @throws FetchFault where there is no leave */
    HttpGet at(URI address) {
        leave.refusal(address).ifPresent(what -> {
            throw FetchFault.of(FetchFault.Kind.NO_LEAVE, address, what, null);
        });
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", accept);
        if (known.etag() != null) {
            request.setHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader("If-Modified-Since", known.lastModified());
        }
        return request;
    }
}
