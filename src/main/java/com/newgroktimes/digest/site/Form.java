package com.newgroktimes.digest.site;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The fields that a browser sent with a form (application/x-www-form-urlencoded). Read by hand: the container answers an
 * error to bodies that it cannot parse, and a page has something better to say, or does not care.
 */
final class Form {

    private static final int MOST_BYTES = 16 * 1024;

    private final Map<String, String> fields = new HashMap<>();

    private Form(String body) {
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
    }

    /** One that is too long has no field: cut off, its last value would be another one. */
    static Form of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return new Form(body.length > MOST_BYTES ? "" : new String(body, StandardCharsets.UTF_8));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty where there is no such field. */
    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
