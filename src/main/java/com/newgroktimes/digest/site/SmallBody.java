package com.newgroktimes.digest.site;

import java.io.IOException;
import java.net.SocketTimeoutException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;

import com.newgroktimes.digest.platform.Problem;

/** What strangers send: read whole or not at all, and no further than anything they have to say is long. */
final class SmallBody {

    static final int MOST_BYTES = 16 * 1024;

    private SmallBody() {}

    /**
     * Without reading on where it is longer.
     *
     * @throws Problem where it is too large or too slow
     * @throws HttpMessageNotReadableException where it broke off
     */
    static byte[] of(HttpServletRequest request) {
        requireSmall(request.getContentLengthLong());
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            requireSmall(body.length);
            return body;
        } catch (SocketTimeoutException e) {
            throw new Problem(
                    Problem.Kind.TOO_SLOW,
                    "The body was too slow",
                    "It did not come within ten seconds. Nothing was stored; send it once more, on a better line.");
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("Broken off", e, new ServletServerHttpRequest(request));
        }
    }

    private static void requireSmall(long length) {
        if (length > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The body is too large",
                    "At most %,d bytes are taken here. Nothing was stored; send less.".formatted(MOST_BYTES));
        }
    }
}
