package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of a feed that have one address between them, once it is canonical: they are one story, and the first tells it. */
final class SharedAddresses {

    private static final int MOST_NAMED = 3;

    private final Map<String, List<String>> headlines = new LinkedHashMap<>();

    /** One that is told again in the same words is told twice, and nothing of it is left out. */
    void add(String url, String headline) {
        List<String> told = headlines.computeIfAbsent(url, first -> new ArrayList<>());
        if (!told.contains(headline)) {
            told.add(headline);
        }
    }

    /** One for each address, however many entries have it. */
    List<Trouble> troubles() {
        return headlines.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Trouble(entry.getKey(), sentence(entry.getValue()), true))
                .toList();
    }

    private static String sentence(List<String> told) {
        List<String> others = told.subList(1, told.size());
        String named = String.join(
                ", ",
                others.stream().limit(MOST_NAMED).map(SharedAddresses::quoted).toList());
        String more = others.size() > MOST_NAMED ? " and %,d more".formatted(others.size() - MOST_NAMED) : "";
        return "%,d entries have this address, and the first of them tells its story: %s. Left out: %s%s. What follows # and utm_… tell no addresses apart; give each entry one of its own."
                .formatted(told.size(), quoted(told.get(0)), named, more);
    }

    private static String quoted(String headline) {
        return "\"" + FirstWords.within(80, headline) + "\"";
    }
}
