package com.newgroktimes.digest.stories.documents;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.util.ULocale;

/** What a document says of its language, as a tag (BCP 47): {@code en_us}, {@code English} and {@code eng} are said too. */
public final class ToldLanguage {

    private static final Pattern END = Pattern.compile("[,;.@(\\[|].*", Pattern.DOTALL);

    /** What is longer lists several, or is none. */
    private static final int LONGEST = 100;

    private static final Set<String> NONE =
            Set.of("und", "zxx", "mul", "mis", "x-default", "none", "null", "unknown", "*");

    /** The codes of libraries, where those are not the ones of the languages' own names (ISO 639-2/B). */
    private static final Map<String, String> OF_LIBRARIES = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("wel", "cy"));

    /** Languages that others include, or that are written less than spoken (ISO 639-3): publishers name them too. */
    private static final Set<String> WITHIN_OTHERS = Set.of(
            "apc", "arb", "azb", "bcl", "cmn", "cnr", "ekk", "hak", "hbs", "kmr", "lvs", "lzh", "nan", "pcm", "pes",
            "pnb", "prs", "rmy", "sdh", "skr", "swh", "wuu", "zsm");

    private static final Map<String, String> CODES = codes();

    private ToldLanguage() {}

    /** Whether it only says that nothing is known. */
    public static boolean isNone(String told) {
        return NONE.contains(told.strip().toLowerCase(Locale.ROOT));
    }

    /** Empty where it is no language that is known. */
    public static Optional<String> of(String told) {
        String name = told.strip().toLowerCase(Locale.ROOT);
        String whole = CODES.get(name);
        String first = END.matcher(name).replaceFirst("").strip().replace('_', '-');
        return whole != null ? Optional.of(whole) : first.length() > LONGEST ? Optional.empty() : tag(first);
    }

    private static Optional<String> tag(String told) {
        int end = told.indexOf('-');
        String language = end < 0 ? told : told.substring(0, end);
        boolean isKnown = CODES.containsKey(language);
        String known = CODES.getOrDefault(language, language);
        String rest = end < 0 ? "" : told.substring(end).replaceFirst("^-uk$", "-gb");
        try {
            return Optional.of(new Locale.Builder()
                            .setLanguageTag(known + rest)
                            .build()
                            .toLanguageTag())
                    .filter(tag -> isKnown || end == 1);
        } catch (IllformedLocaleException none) {
            return isKnown && end >= 0 ? tag(language) : Optional.empty();
        }
    }

    /** By code, and by what a language is called in English and in itself; in small letters. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(OF_LIBRARIES);
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale.Builder().setLanguage(code).build();
            String tag = language.toLanguageTag();
            codes.put(code, tag);
            codes.putIfAbsent(language.getISO3Language(), tag);
            codes.putIfAbsent(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
            codes.putIfAbsent(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), tag);
        }
        Stream.concat(Stream.of(ULocale.getISOLanguages()), WITHIN_OTHERS.stream())
                .filter(code -> !isNone(code))
                .forEach(code -> codes.putIfAbsent(code, code));
        return Map.copyOf(codes);
    }
}
