package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;

/** What tells the article of a page from the others that it names. */
record ThisPage(Document page, Set<String> addresses) {

    /** What may be otherwise though the page is the same. */
    private static final Pattern AROUND = Pattern.compile("^https?://(?:www\\.)?|#.*$|/+$", Pattern.CASE_INSENSITIVE);

    ThisPage {
        addresses = addresses.stream().map(ThisPage::key).collect(Collectors.toUnmodifiableSet());
    }

    boolean isNamed(List<String> names) {
        return names.stream().map(ThisPage::key).anyMatch(addresses::contains);
    }

    boolean isTitled(@Nullable String headline) {
        String wanted = headline == null ? "" : words(headline);
        return !wanted.isEmpty()
                && Stream.concat(Stream.of(page.title()), page.select("h1").eachText().stream())
                        .anyMatch(title -> words(title).startsWith(wanted));
    }

    private static String words(String text) {
        return HtmlText.line(text).toLowerCase(Locale.ROOT);
    }

    private static String key(String address) {
        String bare = address.strip();
        for (String kept = ""; !kept.equals(bare); ) {
            kept = bare;
            bare = AROUND.matcher(kept).replaceAll("");
        }
        return bare;
    }
}
