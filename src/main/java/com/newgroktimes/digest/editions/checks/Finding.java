package com.newgroktimes.digest.editions.checks;

import java.util.List;

import com.newgroktimes.digest.editions.Check.Level;

/**
 * Something that a rule found.
 *
 * @param what key of its sentence in the message bundles, below the rule's own
 * @param args what the sentence names
 */
record Finding(Level level, String what, List<Object> args) {

    static Finding stops(String what, Object... args) {
        return new Finding(Level.STOPS, what, List.of(args));
    }

    static Finding look(String what, Object... args) {
        return new Finding(Level.LOOK, what, List.of(args));
    }
}
