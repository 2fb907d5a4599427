package com.newgroktimes.digest.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.ibm.icu.util.ULocale;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The words of one language, each pattern read once. Numbers in them have Latin digits, whatever the language. */
final class Phrases {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Map<String, String> patterns;
    private final ULocale language;
    private final Map<String, Phrase> read = new ConcurrentHashMap<>();

    private Phrases(Map<String, String> patterns, ULocale language) {
        this.patterns = patterns;
        this.language = language;
    }

    /** @param language ISO 639 */
    static Phrases in(Resource file, String language) {
        try {
            var patterns = new HashMap<String, String>();
            PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"))
                    .forEach((key, pattern) -> patterns.put(String.valueOf(key), String.valueOf(pattern)));
            return new Phrases(Map.copyOf(patterns), ULocale.forLanguageTag(language + "-u-nu-latn"));
        } catch (IOException e) {
            throw new UncheckedIOException("The words in %s cannot be read.".formatted(file.getFilename()), e);
        }
    }

    /** With others in the place of some. */
    Phrases with(Map<String, String> own) {
        var all = new HashMap<>(patterns);
        own.forEach((key, typed) -> all.put(key, WordSettings.pattern(typed)));
        return new Phrases(Map.copyOf(all), language);
    }

    boolean have(String key) {
        return patterns.containsKey(key);
    }

    Set<String> keys() {
        return patterns.keySet();
    }

    String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("There is no message \"%s\".".formatted(key), "messages", key);
        }
        return pattern;
    }

    ULocale language() {
        return language;
    }

    String text(String key, Object... args) {
        Phrase phrase = read.computeIfAbsent(key, named -> new Phrase(pattern(named), language));
        return phrase.with(language.isRightToLeft() ? isolated(phrase, args) : args);
    }

    private static Object[] isolated(Phrase phrase, Object... args) {
        return IntStream.range(0, args.length)
                .mapToObj(i -> args[i] instanceof String text && !phrase.selectsBy(i) ? isolated(text) : args[i])
                .toArray();
    }

    /**
     * Without it, a name or an address in Latin letters drags the signs beside it to its other side. What stands on a line of its
     * own needs none, and an address there is copied whole.
     */
    private static String isolated(String text) {
        return text.isEmpty() || text.startsWith("\n") ? text : FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;
    }
}
