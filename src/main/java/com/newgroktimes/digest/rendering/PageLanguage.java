package com.newgroktimes.digest.rendering;

import java.net.URI;
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
 * first of the browser's that we speak, else the publication's own. No cookie remembers it: links and forms of a page hand on what was asked for, and what the
 * reader's link told.
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
        browsers.setDefaultLocale(words.usual());
    }

    /** @param language tag (BCP 47) of the language in which a reader is written to */
    public static void isOfReader(HttpServletRequest request, String language) {
        request.setAttribute(READERS, Locale.forLanguageTag(language));
    }

    /** The address of a page of ours, in the language that its reader is written to in. */
    public static URI asking(URI page, Locale language) {
        return URI.create(page + (page.getQuery() == null ? "?" : "&") + "lang=" + language.getLanguage());
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
                .filter(code -> words.languages().contains(code));
    }

    /** What links and forms of a page hand on: the code of a language that the browser alone would not lead to. */
    Optional<String> handedOn(HttpServletRequest request) {
        return askedFor(request)
                .or(() -> ofReader(request)
                        .map(Locale::getLanguage)
                        .filter(code ->
                                !code.equals(browsers.resolveLocale(request).getLanguage())));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return askedFor(request)
                .map(Locale::forLanguageTag)
                .or(() -> ofReader(request))
                .orElseGet(() -> browsers.resolveLocale(request));
    }

    private Optional<Locale> ofReader(HttpServletRequest request) {
        return request.getAttribute(READERS) instanceof Locale readers
                        && words.languages().contains(readers.getLanguage())
                ? Optional.of(readers)
                : Optional.empty();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("A language is asked for, and not kept.");
    }
}
