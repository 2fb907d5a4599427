package com.newgroktimes.digest.operator.api;

import java.io.IOException;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;

import com.newgroktimes.digest.platform.Problem;

/** What an operator sends: read whole or not at all, and no further than it may be long. */
final class WholeBody {

    private WholeBody() {}

    /**
     * @throws Problem where it is longer
     * @throws HttpMessageNotReadableException where it broke off
     */
    static byte[] of(HttpInputMessage request, int most) {
        requireWithin(most, request.getHeaders().getContentLength());
        try {
            byte[] body = request.getBody().readNBytes(most + 1);
            requireWithin(most, body.length);
            return body;
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("Broken off", e, request);
        }
    }

    /** @throws Problem where it is longer */
    static void requireWithin(int most, long length) {
        if (length > most) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The body is too large",
                    "At most %,d bytes are taken here. Nothing was done; send less at once.".formatted(most));
        }
    }
}
