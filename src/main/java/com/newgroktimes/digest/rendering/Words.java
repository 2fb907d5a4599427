package com.newgroktimes.digest.rendering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Every word that readers and operators see, from the bundles {@code messages*.properties}: {@link java.text.MessageFormat}
 * patterns, so an apostrophe is written twice. English where there is no bundle for a language.
 */
@Component
public class Words {

    private static final String BUNDLE = "messages";

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    private final SortedSet<String> languages = languagesOnClassPath();

    public Words() {
        bundles.setBasename(BUNDLE);
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        // Without it, patterns without arguments would keep their doubled apostrophes.
        bundles.setAlwaysUseMessageFormat(true);
    }

    public String text(String key, Locale locale, Object... args) {
        return bundles.getMessage(key, args, locale);
    }

    /** {@code 30 November 2026}. */
    public String date(LocalDate day, Locale locale) {
        return dates(locale).format(day);
    }

    /** The same for many days. */
    public DateTimeFormatter dates(Locale locale) {
        return spelling("date", locale);
    }

    /** {@code Monday 30 November 2026}. */
    public String dateWithWeekday(LocalDate day, Locale locale) {
        return spelling("date.weekday", locale).format(day);
    }

    /** ISO 639 codes of the languages that we speak. */
    public SortedSet<String> languages() {
        return Collections.unmodifiableSortedSet(languages);
    }

    /** The locale itself if we speak its language, else English. */
    public Locale closest(Locale wanted) {
        return languages.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    /** The files that the words are in. */
    List<ClassPathResource> files() {
        return Stream.concat(Stream.of(""), languages.stream().map(language -> "_" + language))
                .map(Words::bundle)
                .filter(ClassPathResource::exists)
                .toList();
    }

    private DateTimeFormatter spelling(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(text(pattern, locale), closest(locale));
    }

    private static SortedSet<String> languagesOnClassPath() {
        var found = new TreeSet<String>();
        found.add(Locale.ENGLISH.getLanguage());
        for (String language : Locale.getISOLanguages()) {
            if (bundle("_" + language).exists()) {
                found.add(language);
            }
        }
        return found;
    }

    private static ClassPathResource bundle(String suffix) {
        return new ClassPathResource(BUNDLE + suffix + ".properties");
    }
}
