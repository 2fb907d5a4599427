package com.newgroktimes.digest.stories.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.BoundedHtml;
import com.newgroktimes.digest.stories.documents.CharsetLabel;
import com.newgroktimes.digest.stories.documents.DocumentText;
import com.newgroktimes.digest.stories.documents.XmlDeclaration;

/**
 * An article as its page tells it. Addresses are whole; nothing else has been looked at.
 *
 * @param url      as the page names itself, if that is on its own site
 * @param summary  text
 * @param bodyHtml not safe yet
 * @param dates    as written, the most telling first
 * @param obstacle what stands between the page and its readers; null where nothing does
 */
public record ArticlePage(
        @Nullable String url,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String bodyHtml,
        List<String> authors,
        @Nullable String section,
        @Nullable String lang,
        List<String> dates,
        @Nullable String pictureUrl,
        @Nullable String pictureAlt,
        @Nullable Obstacle obstacle) {

    private static final int FURTHEST = 4_096;
    private static final Pattern META =
            Pattern.compile("(?i)<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");

    /**
     * @param contentType as HTTP told it; null: not known
     * @param address     where the page is; null: not known
     */
    public static ArticlePage read(byte[] document, @Nullable String contentType, @Nullable String address) {
        return of(parse(document, contentType, address), address);
    }

    public static ArticlePage of(Document page, @Nullable String address) {
        return new PageReader(page, address).read();
    }

    /** A page as a document, whatever an article in it may be. Parameters as those of {@link #read}. */
    public static Document parse(byte[] document, @Nullable String contentType, @Nullable String address) {
        List<String> labels = Stream.of(CharsetLabel.in(contentType), meta(document), XmlDeclaration.charset(document))
                .flatMap(Optional::stream)
                .toList();
        return BoundedHtml.page(DocumentText.of(document, labels), address == null ? "" : address);
    }

    private static Optional<String> meta(byte[] document) {
        Matcher meta =
                META.matcher(new String(document, 0, Math.min(FURTHEST, document.length), StandardCharsets.ISO_8859_1));
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    /** A page that shows no article tells none. */
    static ArticlePage closed(Obstacle obstacle) {
        return new ArticlePage(null, null, null, null, List.of(), null, null, List.of(), null, null, obstacle);
    }
}
