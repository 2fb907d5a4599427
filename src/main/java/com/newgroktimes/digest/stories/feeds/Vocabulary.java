package com.newgroktimes.digest.stories.feeds;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The vocabularies that feeds mix, and the prefix by which each is known here, whatever a feed calls it. */
enum Vocabulary {
    /** RSS of every version. What has no prefix is in it, whichever namespace the feed declares for itself. */
    RSS,
    ATOM;

    private static final String OURS = "urn:newgroktimes:digest:1";

    /** Namespaces in lower case, without what writers vary at their ends. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns", "atom"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("http://purl.org/dc/elements/1.1", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://prismstandard.org/namespaces/basic/2.0", "prism"),
            Map.entry("http://prismstandard.org/namespaces/1.2/basic", "prism"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://video.search.yahoo.com/mrss", "media"),
            Map.entry("http://www.rssboard.org/media-rss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry(OURS, "ngt"));

    private static final Set<String> RSS_NAMESPACES = Set.of(
            "",
            "http://purl.org/rss/1.0",
            "http://purl.org/net/rss1.1",
            "http://my.netscape.com/rdf/simple/0.9",
            "http://channel.netscape.com/rdf/simple/0.9",
            "http://backend.userland.com/rss",
            "http://backend.userland.com/rss2",
            "http://blogs.law.harvard.edu/tech/rss");

    /** For a prefix that a feed uses and forgot to declare. */
    private static final Set<String> USUAL = Set.copyOf(PREFIXES.values());

    /** @param namespace null where the prefix is not declared */
    String name(@Nullable String namespace, String qualified) {
        int colon = qualified.indexOf(':');
        String prefix = colon < 0 ? "" : qualified.substring(0, colon).toLowerCase(Locale.ROOT);
        String local = qualified.substring(colon + 1).toLowerCase(Locale.ROOT);
        String known = namespace == null ? (USUAL.contains(prefix) ? prefix : "") : PREFIXES.get(tidy(namespace));
        if (known == null || known.isEmpty()) {
            return isOwn(namespace, prefix) ? local : "?:" + local;
        }
        return known.equals("atom") && this == ATOM ? local : known + ":" + local;
    }

    private boolean isOwn(@Nullable String namespace, String prefix) {
        return prefix.isEmpty() || (this == RSS && namespace != null && RSS_NAMESPACES.contains(tidy(namespace)));
    }

    private static String tidy(String namespace) {
        return namespace
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https:", "http:")
                .replaceFirst("[/#]+$", "");
    }
}
