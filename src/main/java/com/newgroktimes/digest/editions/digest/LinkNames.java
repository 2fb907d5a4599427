package com.newgroktimes.digest.editions.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Story.NewsSource;
import com.newgroktimes.digest.stories.Story.XPost;

/**
 * What the links of one mail are called. Two different addresses never go by the same name (WCAG 2.4.4): the second one of
 * a host or a writer is {@code harbourwire.example (2)}.
 */
final class LinkNames {

    /** {@code /handle/status/123}, the only form of address that names the writer. */
    private static final Pattern POST = Pattern.compile("/@?(\\w{2,30})/status(?:es)?/.*");

    private final Locale mail;
    private final Map<String, List<String>> urlsByName = new HashMap<>();

    /** @param mail the language that is around them */
    LinkNames(Locale mail) {
        this.mail = mail;
    }

    SourceList.Source source(NewsSource source) {
        String title = Headlines.oneLine(source.title());
        return named(source.n(), source.url(), title == null ? host(source.url()) : title);
    }

    SourceList.Source post(XPost post) {
        Matcher path = POST.matcher(path(post.url()));
        return named(post.n(), post.url(), path.matches() ? "@" + path.group(1) : host(post.url()));
    }

    private SourceList.Source named(int n, String url, String name) {
        String own = of(name, url);
        return new SourceList.Source(n, url, own, Writing.direction(own, mail));
    }

    /** The name, for this address alone. */
    String of(String name, String url) {
        List<String> urls = urlsByName.computeIfAbsent(name, unused -> new ArrayList<>());
        if (!urls.contains(url)) {
            urls.add(url);
        }
        int place = urls.indexOf(url) + 1;
        return place == 1 ? name : name + " (" + place + ")";
    }

    private static String host(String url) {
        URI address = address(url);
        String host = address == null ? null : address.getHost();
        return host == null ? url : host.replaceFirst("^www\\.", "");
    }

    private static String path(String url) {
        URI address = address(url);
        return address == null || address.getPath() == null ? "" : address.getPath();
    }

    private static @Nullable URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
