package com.newgroktimes.digest.stories.dates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;

/** What the months are called, in a language and, where that is not known, in any in which the name means one month only. */
final class MonthNames {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}\\s'’-]+");
    private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};
    private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED};

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "nn", "fi", "is", "pl", "cs", "sk", "sl", "hr",
            "sr", "bs", "mk", "bg", "ru", "uk", "be", "ro", "hu", "el", "tr", "et", "lv", "lt", "ca", "eu", "gl", "ga",
            "cy", "sq", "hy", "ka", "az", "kk", "he", "ar", "ar-SY", "fa", "ur", "hi", "bn", "ta", "te", "th", "vi",
            "id", "ms", "fil", "sw", "af");

    /** A document may name any language it likes: of what nobody speaks nothing is remembered. */
    private static final Set<String> SPOKEN = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Map<String, Integer>> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, Integer> ANYWHERE = anywhere();

    private MonthNames() {}

    /** From 1. */
    static OptionalInt month(String name, Locale lang) {
        String key = key(name);
        return Optional.ofNullable(names(lang).get(key))
                .or(() -> Optional.ofNullable(names(Locale.ENGLISH).get(key)))
                .or(() -> Optional.ofNullable(ANYWHERE.get(key)))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** Of the language as far as it is known: {@code de-CH-1901} is {@code de-CH}. */
    private static Map<String, Integer> names(Locale lang) {
        String tag = lang.toLanguageTag();
        while (!SPOKEN.contains(tag)) {
            int shorter = tag.lastIndexOf('-');
            if (shorter < 0) {
                return Map.of();
            }
            tag = tag.substring(0, shorter);
        }
        return KNOWN.computeIfAbsent(tag, spoken -> read(Locale.forLanguageTag(spoken)));
    }

    /** How many languages are remembered. */
    static int remembered() {
        return KNOWN.size();
    }

    private static Map<String, Integer> read(Locale lang) {
        Map<String, Integer> names = new HashMap<>();
        DateFormatSymbols symbols = new DateFormatSymbols(lang);
        for (int context : CONTEXTS) {
            for (int width : WIDTHS) {
                String[] months = symbols.getMonths(context, width);
                for (int month = 0; month < 12; month++) {
                    names.putIfAbsent(key(months[month]), month + 1);
                }
            }
        }
        abbreviate(names);
        if (lang.getLanguage().equals("en")) {
            names.put("sept", 9);
        }
        names.keySet().removeIf(name -> name.chars().anyMatch(Character::isDigit));
        return Map.copyOf(names);
    }

    /** By three letters, as people write them in scripts in which no name could be an English one. */
    private static void abbreviate(Map<String, Integer> names) {
        Map<String, Integer> shorter = new HashMap<>();
        names.forEach((name, month) -> {
            if (name.length() > 3 && !LATIN.matcher(name).matches()) {
                shorter.merge(name.substring(0, 3), month, (one, other) -> one.equals(other) ? one : 0);
            }
        });
        shorter.forEach((name, month) -> {
            if (month > 0) {
                names.putIfAbsent(name, month);
            }
        });
    }

    private static Map<String, Integer> anywhere() {
        Map<String, Integer> names = new HashMap<>();
        for (String lang : LANGUAGES) {
            // Nought for what means two months.
            read(Locale.forLanguageTag(lang))
                    .forEach((name, month) -> names.merge(name, month, (one, other) -> one.equals(other) ? one : 0));
        }
        names.values().removeIf(month -> month == 0);
        return Map.copyOf(names);
    }

    /** Without case, stops and, in Latin script, accents. */
    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace(".", "").strip();
        return LATIN.matcher(lower).matches()
                ? ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("")
                : lower;
    }
}
