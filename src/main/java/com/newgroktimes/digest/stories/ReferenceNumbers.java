package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** The numbers of sources and posts as JSON has them: what is no whole number is none of them, however near it comes. */
final class ReferenceNumbers {

    private static final List<String> LISTS = List.of("newsSources", "xPosts");

    private ReferenceNumbers() {}

    static List<Flaw> flaws(JsonNode story) {
        List<Flaw> flaws = new ArrayList<>();
        for (String list : LISTS) {
            JsonNode references = story.path(list);
            for (int i = 0; i < references.size(); i++) {
                JsonNode n = references.path(i).path("n");
                if (!isNumber(n)) {
                    flaws.add(new Flaw("%s[%d].n".formatted(list, i), wanted(n)));
                }
            }
        }
        return flaws;
    }

    private static boolean isNumber(JsonNode n) {
        return n.isMissingNode() || n.isNull() || (n.isIntegralNumber() && n.canConvertToInt());
    }

    private static String wanted(JsonNode n) {
        return n.isIntegralNumber()
                ? "It is no number of a source; they run from 1 to %,d.".formatted(ReferenceCheck.HIGHEST)
                : "It must be a whole number.";
    }
}
