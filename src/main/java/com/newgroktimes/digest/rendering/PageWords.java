package com.newgroktimes.digest.rendering;

import java.util.Locale;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.freemarker.autoconfigure.FreeMarkerVariablesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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

    /** A cache between us and a reader would otherwise show one reader's language to the next. */
    @Bean
    WebMvcConfigurer pagesDependOnTheLanguage() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TellsOfLanguage());
            }
        };
    }

    private static final class TellsOfLanguage implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
        }
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
