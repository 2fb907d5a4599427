package com.newgroktimes.digest.editions;

import java.util.List;

import com.newgroktimes.digest.editions.Check.Level;

/**
 * Something that a rule found.
 *
 * @param what key of its sentence in the message bundles, below the rule's own
 * @param args what the sentence names: texts, numbers and moments, which are a {@link java.time.ZonedDateTime}
 */
public record Finding(Level level, String what, List<Object> args) {

    /** One that was kept before there was more to it than its sentence. */
    static Finding untold(Level level) {
        return new Finding(level, "", List.of());
    }

    public static Finding stops(String what, Object... args) {
        return new Finding(Level.STOPS, what, List.of(args));
    }

    public static Finding look(String what, Object... args) {
        return new Finding(Level.LOOK, what, List.of(args));
    }

    public static Finding fine(Object... args) {
        return new Finding(Level.FINE, "fine", List.of(args));
    }

    /** Where its sentence is in the message bundles. */
    public String key(String rule) {
        return "check." + rule + "." + what;
    }
}
