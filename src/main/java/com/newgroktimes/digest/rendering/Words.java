package com.newgroktimes.digest.rendering;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Every word that readers and operators see, from the bundles {@code messages*.properties}: patterns of ICU's MessageFormat, one
 * file a language. Where there is no bundle for a language, the publication's own is spoken.
 */
@Component
public class Words {

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private final SortedMap<String, Phrases> languages = onClassPath();
    private final Map<String, Map<String, String>> own;

    private final Locale usual;

    public Words() {
        this(WordSettings.NONE);
    }

    Words(WordSettings settings) {
        this(settings, LanguageSettings.ENGLISH);
    }

    @Autowired
    Words(WordSettings settings, LanguageSettings publication) {
        usual = publication.locale();
        own = settings.words();
        own.forEach((language, words) -> languages.computeIfPresent(language, (known, ours) -> ours.with(words)));
    }

    /**
     * @param args moments among them are spelled as the language does it, in their own time zone
     * @throws MissingResourceException where no bundle has the key
     */
    public String text(String key, Locale locale, Object... args) {
        Phrases theirs = phrases(locale);
        return (theirs.have(key) ? theirs : phrases(Locale.ENGLISH)).text(key, spelled(locale, args));
    }

    private Object[] spelled(Locale locale, Object... args) {
        return Stream.of(args)
                .map(arg -> arg instanceof ZonedDateTime moment
                        ? moments("console.time.full", locale).format(moment)
                        : arg)
                .toArray();
    }

    public boolean has(String key) {
        return phrases(Locale.ENGLISH).have(key);
    }

    /** {@code 30 November 2026}. */
    public String date(LocalDate day, Locale locale) {
        return dates(locale).format(day);
    }

    /** The same for many days. */
    public DateTimeFormatter dates(Locale locale) {
        return moments("date", locale);
    }

    /** {@code Monday 30 November 2026}. */
    public String dateWithWeekday(LocalDate day, Locale locale) {
        return moments("date.weekday", locale).format(day);
    }

    /**
     * Days and times in the spelling of a message that is such a pattern, in Latin digits.
     *
     * @param key of a pattern of {@link DateTimeFormatter}
     */
    public DateTimeFormatter moments(String key, Locale locale) {
        return DateTimeFormatter.ofPattern(text(key, locale), closest(locale));
    }

    /** ISO 639 codes of the languages that we speak. */
    public SortedSet<String> languages() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(languages.keySet()));
    }

    /** The publication's own language, for whoever names none that we speak. */
    public Locale usual() {
        return usual;
    }

    /** The locale itself if we speak its language, else the publication's. */
    public Locale closest(Locale wanted) {
        return languages.containsKey(wanted.getLanguage()) ? wanted : usual;
    }

    /** The code of the language in which somebody is written to who has this language tag. */
    public String spoken(String languageTag) {
        return closest(Locale.forLanguageTag(languageTag)).getLanguage();
    }

    /** The files that the words are in. */
    public List<Resource> files() {
        return languages.keySet().stream().<Resource>map(Words::file).toList();
    }

    /** The publication's own words, by language and key, both in order: they stand before ours. */
    public Map<String, Map<String, String>> own() {
        return own;
    }

    Phrases phrases(Locale locale) {
        Phrases theirs = languages.get(closest(locale).getLanguage());
        if (theirs == null) {
            throw new IllegalStateException("There is no bundle of English words, messages.properties.");
        }
        return theirs;
    }

    /** Ours alone. */
    static SortedMap<String, Phrases> onClassPath() {
        var found = new TreeMap<String, Phrases>();
        for (String language : Locale.getISOLanguages()) {
            ClassPathResource file = file(language);
            if (file.exists()) {
                found.put(language, Phrases.in(file, language));
            }
        }
        return found;
    }

    private static ClassPathResource file(String language) {
        return new ClassPathResource("messages%s.properties".formatted(language.equals(ENGLISH) ? "" : "_" + language));
    }
}
