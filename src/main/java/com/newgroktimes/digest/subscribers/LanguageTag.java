package com.newgroktimes.digest.subscribers;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** The tag of a language (BCP 47), in one spelling and no longer than one is: what goes beyond stands in mails for nothing. */
public final class LanguageTag {

    /** RFC 5646 §4.4.1. */
    private static final int LONGEST = 35;

    private LanguageTag() {}

    /** Empty where it is none. Of one that is too long, the language alone is kept. */
    public static Optional<String> parse(String given) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(given).build();
            if (locale.getLanguage().isEmpty()) {
                return Optional.empty();
            }
            String tag = locale.toLanguageTag();
            return Optional.of(tag.length() > LONGEST ? locale.getLanguage() : tag);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
