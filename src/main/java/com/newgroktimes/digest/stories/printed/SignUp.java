package com.newgroktimes.digest.stories.printed;

import java.util.List;
import java.util.regex.Pattern;

/** The block that asks readers to join: no part of the story, and last on the page. */
final class SignUp {

    private static final Pattern ASKS = Pattern.compile(
            "\\bin(?:to)? your inbox\\b|^no spam\\b|\\bunsubscribe (?:any ?time|at any time)\\b|^your e-?mail(?: address)?\\W*$"
                    + "|^(?:sign up|subscribe)(?: now| here| for free| to .{1,60}| for .{1,60})?[.!]?$",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_LINES = 6;

    private SignUp() {}

    static List<String> cutFrom(List<String> lines) {
        for (int i = Math.max(0, lines.size() - MOST_LINES); i < lines.size(); i++) {
            if (asks(lines.get(i))) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    static boolean asks(String line) {
        return ASKS.matcher(line).find();
    }
}
