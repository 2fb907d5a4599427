package com.newgroktimes.digest.operator.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.platform.Problem;

/** What a caller says that they looked at (RFC 9110 §13.1.1). */
final class IfMatch {

    private static final String ANYTHING = "*";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    private IfMatch() {}

    /**
     * The content hash that the edition must still have; null where any will do.
     *
     * @param header as it came: the tag from the header ETag; a content hash without its quotation marks is taken for one
     * @throws Problem where there is none
     */
    static @Nullable String of(@Nullable String header, Edition edition) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    Problem.Kind.NEEDS_IF_MATCH,
                    "Say what you looked at",
                    "A change of edition %d needs the header If-Match with the ETag of what you looked at: GET it, then send If-Match: \"%s…\". Nothing was changed."
                            .formatted(edition.number(), edition.contentHash().substring(0, 8)));
        }
        String typed = header.strip();
        if (typed.equals(ANYTHING)) {
            return null;
        }
        Matcher tag = TAG.matcher(typed);
        String named = typed;
        while (tag.find() && !named.equals(edition.contentHash())) {
            // A weak tag never matches (RFC 9110 §8.8.3.2).
            named = tag.group(1) == null ? tag.group(2) : named;
        }
        return named;
    }
}
