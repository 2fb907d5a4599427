package com.newgroktimes.digest.rendering;

import java.util.Locale;

import org.springframework.boot.freemarker.autoconfigure.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import com.newgroktimes.digest.platform.Publication;

/**
 * What every page's template has without being given it: {@code publication}, and {@code msg("key", args…)} in the language
 * of the request. {@code msg("lang")} and {@code msg("dir")} are the language and direction that the words are really in.
 */
@Configuration(proxyBeanMethods = false)
class PageWords {

    @Bean
    FreeMarkerVariablesCustomizer wordsForPages(Publication publication, Words words) {
        return variables -> {
            variables.put("publication", publication);
            variables.put("msg", new WordsInTemplates(words));
        };
    }

    /** The first language of the reader's that we speak. */
    @Bean
    LocaleResolver localeResolver(Words words) {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(
                words.languages().stream().map(Locale::forLanguageTag).toList());
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
