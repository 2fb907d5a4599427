package com.newgroktimes.digest.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.converter.HttpMessageNotReadableException;

import com.newgroktimes.digest.platform.Problem;

/**
 * The fields that a browser or a mail program sent with a form, of either kind. Read by hand: the container answers an error to bodies
 * that it cannot parse, and a page has something better to say, or does not care.
 */
final class Form {

    private static final Form NOTHING = new Form(Map.of());

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * @throws Problem where it is too large or too slow
     * @throws HttpMessageNotReadableException where it broke off
     */
    static Form of(HttpServletRequest request) {
        String body = new String(SmallBody.of(request), StandardCharsets.UTF_8);
        String type = request.getContentType();
        boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        return new Form(multipart ? MultipartFields.in(body) : pairs(body));
    }

    /**
     * For pages where the link says it all: one that cannot be read has no field, and the act stands. Of one that was cut, the last
     * value would be another one.
     */
    static Form besideALink(HttpServletRequest request) {
        try {
            return of(request);
        } catch (Problem | HttpMessageNotReadableException e) {
            return NOTHING;
        }
    }

    /** What stands in the query of an address, which we did not make. */
    static Form inQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? NOTHING : new Form(pairs(query));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty where there is no such field. */
    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
