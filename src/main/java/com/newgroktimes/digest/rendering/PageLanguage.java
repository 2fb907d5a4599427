package com.newgroktimes.digest.rendering;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page: the one that its address asks for ({@code ?lang=de}), else that of the reader whose link it is, else the
 * first of the browser's that we speak, else English. No cookie remembers it: links and forms of a page hand on what was asked for.
 */
public final class PageLanguage implements LocaleResolver {

    private static final String READERS = PageLanguage.class.getName();
    private static final Pattern ASKED_FOR = Pattern.compile("(?:^|&)lang=([A-Za-z]{2,3})(?:&|$)");

    private final AcceptHeaderLocaleResolver browsers = new AcceptHeaderLocaleResolver();
    private final Words words;

    PageLanguage(Words words) {
        this.words = words;
        browsers.setSupportedLocales(
                words.languages().stream().map(Locale::forLanguageTag).toList());
        browsers.setDefaultLocale(Locale.ENGLISH);
    }

    /** @param language tag (BCP 47) of the language in which a reader is written to */
    public static void isOfReader(HttpServletRequest request, String language) {
        request.setAttribute(READERS, Locale.forLanguageTag(language));
    }

    /** What asks for a language in this query, alone: {@code lang=de}. */
    public static Optional<String> in(@Nullable String query) {
        return code(query).map(code -> "lang=" + code);
    }

    private static Optional<String> code(@Nullable String query) {
        Matcher asked = ASKED_FOR.matcher(query == null ? "" : query);
        return asked.find() ? Optional.of(asked.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** The code of the language that the address asks for, where we speak it. */
    Optional<String> askedFor(HttpServletRequest request) {
        Object before = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        return code(before instanceof String query ? query : request.getQueryString())
                .filter(words.languages()::contains);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return askedFor(request).map(Locale::forLanguageTag).orElseGet(() -> unasked(request));
    }

    private Locale unasked(HttpServletRequest request) {
        return request.getAttribute(READERS) instanceof Locale readers
                        && words.languages().contains(readers.getLanguage())
                ? readers
                : browsers.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is asked for, and not kept.");
    }
}
