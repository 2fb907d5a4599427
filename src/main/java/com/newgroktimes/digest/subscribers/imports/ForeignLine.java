package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Map;

/** A line of a list as another system exports it. */
record ForeignLine(Map<String, Integer> places, List<String> cells) {

    boolean has(String name) {
        return places.containsKey(name);
    }

    /** Without outer blanks; empty where the file says nothing. */
    String get(String name) {
        Integer place = places.get(name);
        return place == null ? "" : Formula.unguarded(cells.get(place)).strip();
    }

    /** A moment that the system writes without a zone, and means in UTC. */
    String utc(String name) {
        String moment = get(name);
        return moment.isEmpty() || moment.endsWith("Z") ? moment : moment + "Z";
    }
}
