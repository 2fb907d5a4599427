package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;

/** What tells the article of a page from the others that it names. */
final class ThisPage {

    /** What may be otherwise though the page is the same. */
    private static final Pattern AROUND =
            Pattern.compile("^https?://(?:www\\.)?|#.*+$|(?<!/)/++$", Pattern.CASE_INSENSITIVE);

    /** What is longer is compared as it stands. */
    private static final int LONGEST = 2_000;

    /** Behind what stands around it may stand more of it, as in {@code https://a.example/#top}. */
    private static final int LAYERS = 3;

    private static final int MOST_HEADINGS = 20;

    private final Set<String> addresses;
    private final List<String> titles;

    ThisPage(Document page, Set<String> addresses) {
        this.addresses = addresses.stream().map(ThisPage::key).collect(Collectors.toUnmodifiableSet());
        this.titles = Stream.concat(
                        Stream.of(page.title()),
                        page.selectStream("h1").limit(MOST_HEADINGS).map(Element::text))
                .map(ThisPage::words)
                .toList();
    }

    boolean isNamed(List<String> names) {
        return names.stream().map(ThisPage::key).anyMatch(addresses::contains);
    }

    boolean isTitled(@Nullable String headline) {
        String wanted = headline == null ? "" : words(headline);
        return !wanted.isEmpty() && titles.stream().anyMatch(title -> title.startsWith(wanted));
    }

    private static String words(String text) {
        return HtmlText.line(text).toLowerCase(Locale.ROOT);
    }

    private static String key(String address) {
        String bare = address.strip();
        for (int i = 0; i < LAYERS && bare.length() <= LONGEST; i++) {
            bare = AROUND.matcher(bare).replaceAll("");
        }
        return bare;
    }
}
