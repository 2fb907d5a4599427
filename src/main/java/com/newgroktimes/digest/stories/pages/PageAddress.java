package com.newgroktimes.digest.stories.pages;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.documents.BaseAddress;

/** The address that a page gives itself: {@code rel=canonical} before {@code og:url} before the one at which it was found. */
record PageAddress(
        Document page,
        MetaTags meta,
        BaseAddress base,
        @Nullable String found) {

    @Nullable
    String url() {
        List<String> canonical = page.select("link[rel~=(?i)^canonical$][href]").stream()
                .flatMap(link -> Stream.ofNullable(base.resolve(link.attr("href"))))
                .toList();
        if (found != null && canonical.contains(found)) {
            return found;
        }
        return Stream.concat(
                        canonical.stream(), meta.all("og:url").flatMap(told -> Stream.ofNullable(base.resolve(told))))
                .filter(this::isItself)
                .findFirst()
                .orElse(found);
    }

    /** Another site would take the story over; and the front page of its own is no article. */
    private boolean isItself(String url) {
        Optional<URI> told = uri(url);
        if (found == null) {
            return told.isPresent();
        }
        Optional<URI> here = uri(found);
        return told.isPresent()
                && here.isPresent()
                && isOneSite(host(told.get()), host(here.get()))
                && (!isFront(told.get()) || isFront(here.get()));
    }

    private static boolean isOneSite(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    private static boolean isFront(URI uri) {
        return uri.getRawQuery() == null
                && (uri.getRawPath() == null || uri.getRawPath().length() <= 1);
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|amp|mobile)\\.", "");
    }

    private static Optional<URI> uri(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http")
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
