package com.newgroktimes.digest.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header fields that a signature covers: what a reader sees, what a mail program acts on (RFC 6376 §5.4, RFC 8058 §4), and what
 * providers know us by. Fields that are written on the way are not among them.
 *
 * @param relaxed their relaxed form, one a line
 * @param names   as the signature lists them
 */
record SignedFields(byte[] relaxed, List<String> names) {

    private static final List<String> COVERED = List.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Reply-To",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "Auto-Submitted");

    /** Named once more than they are there, so that the signature breaks where somebody adds one (RFC 6376 §5.4.2, §8.15). */
    private static final Set<String> SEALED = Set.of(
            "From", "To", "Subject", "Date", "Reply-To", "Content-Type", "List-Unsubscribe", "List-Unsubscribe-Post");

    /** Where a field begins, and where its last line ends. */
    private record Place(int from, int to) {}

    /**
     * @param head      header fields, in CRLF lines
     * @param rewritten those that are changed on the way
     */
    static SignedFields of(byte[] head, Set<String> rewritten) {
        Map<String, Place> places = places(head);
        var relaxed = new byte[head.length];
        var names = new ArrayList<String>();
        int end = 0;
        for (String name :
                COVERED.stream().filter(name -> !rewritten.contains(name)).toList()) {
            Place place = places.get(name.toLowerCase(Locale.ROOT));
            if (place != null) {
                end = Relaxed.field(head, place.from(), place.to(), relaxed, end);
                relaxed[end++] = '\r';
                relaxed[end++] = '\n';
                names.add(name);
            }
            if (SEALED.contains(name)) {
                names.add(name);
            }
        }
        return new SignedFields(Arrays.copyOf(relaxed, end), names);
    }

    private static Map<String, Place> places(byte[] head) {
        var places = new HashMap<String, Place>();
        int from = 0;
        while (from < head.length) {
            int to = end(head, from);
            String name = name(head, from);
            if (places.put(name, new Place(from, to)) != null) {
                throw new IllegalArgumentException("A mail has the header " + name + " twice.");
            }
            from = to + 2;
        }
        return places;
    }

    /** Where the CRLF is that ends the field: what follows it is no blank, which would go on with the field. */
    private static int end(byte[] head, int from) {
        int at = from;
        while (head[at] != '\r' || (at + 2 < head.length && (head[at + 2] == ' ' || head[at + 2] == '\t'))) {
            at++;
        }
        return at;
    }

    private static String name(byte[] head, int from) {
        int colon = from;
        while (head[colon] != ':') {
            colon++;
        }
        return new String(head, from, colon - from, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    }
}
