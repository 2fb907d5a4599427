package com.newgroktimes.digest.rendering;

import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.platform.StartRefused;

/** @param language in which somebody is written to, and shown pages, of whom nothing else is known: the code of one that we speak */
@ConfigurationProperties("digest.publication")
record LanguageSettings(@DefaultValue("en") String language) {

    static final LanguageSettings ENGLISH = new LanguageSettings("en");

    LanguageSettings {
        Set<String> spoken = Words.onClassPath().keySet();
        if (!spoken.contains(language)) {
            throw StartRefused.setting(
                    "digest.publication.language",
                    language,
                    "it must be one of %s, the languages that there are words in."
                            .formatted(String.join(", ", spoken)));
        }
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
