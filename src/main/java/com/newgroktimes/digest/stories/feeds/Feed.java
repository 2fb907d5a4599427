package com.newgroktimes.digest.stories.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.CharsetLabel;
import com.newgroktimes.digest.stories.documents.DocumentText;
import com.newgroktimes.digest.stories.documents.XmlDeclaration;

/**
 * A feed, whatever its format.
 *
 * @param entries in its order
 * @param faults  of the document as a whole: a sentence each
 */
public record Feed(@Nullable String title, @Nullable String lang, List<FeedEntry> entries, List<String> faults) {

    /** More is an archive, and would be held in memory at once. */
    static final int MOST_ENTRIES = 5_000;

    private static final int BEGINNING = 4_000;
    /** What stands before the root ends at its first end: tried at each later one too, it would never come to one. */
    private static final Pattern XML = Pattern.compile(
            "(?is)\\A[\\s\\x{FEFF}]*(?:<\\?(?>.*?\\?>)\\s*+|<!--(?>.*?-->)\\s*+)*+(?:<!DOCTYPE\\s+(?!html)[^>]*>\\s*)?<(?:rss|feed|\\w+:(?:RDF|feed))[\\s>]");

    private static final Pattern JSON =
            Pattern.compile("(?i)\\A[\\s\\x{FEFF}]*\\{.*jsonfeed\\.org/version", Pattern.DOTALL);

    static final String TOO_MANY = "It has more than %,d entries; only the first are read. Offer the newest ones alone."
            .formatted(MOST_ENTRIES);

    /**
     * @param contentType as HTTP told it; null: not known
     * @param address     of the feed, which its relative links are relative to; null: not known
     * @throws NoFeed where it is none of the formats
     */
    public static Feed read(byte[] document, @Nullable String contentType, @Nullable String address) {
        List<String> labels = Stream.of(CharsetLabel.in(contentType), XmlDeclaration.charset(document))
                .flatMap(Optional::stream)
                .toList();
        String text = DocumentText.of(document, labels);
        if (text.isBlank()) {
            throw new NoFeed("It is empty.");
        }
        BaseAddress base = new BaseAddress(address == null ? "" : address);
        return JsonFeed.looksLike(text) ? JsonFeed.read(text, base) : XmlFeed.read(text, base);
    }

    /** Whether it begins as one, whatever somebody says that it is. */
    public static boolean isOne(byte[] document) {
        byte[] bytes = Arrays.copyOf(document, Math.min(document.length, BEGINNING));
        String beginning = DocumentText.of(bytes, List.of());
        return XML.matcher(beginning).find() || JSON.matcher(beginning).find();
    }

    /** What stands at its head goes for each entry that says nothing of its own. */
    static Feed of(
            @Nullable String title,
            @Nullable String lang,
            List<String> authors,
            List<FeedEntry> entries,
            List<String> faults) {
        List<FeedEntry> whole = new ArrayList<>();
        entries.forEach(entry -> whole.add(entry.in(lang, authors)));
        return new Feed(title, lang, List.copyOf(whole), List.copyOf(faults));
    }
}
