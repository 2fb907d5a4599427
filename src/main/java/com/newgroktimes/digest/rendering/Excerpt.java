package com.newgroktimes.digest.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** The beginning of a story's body: its first paragraphs, and of them as many as a limit of words allows. */
public final class Excerpt {

    /**
     * A paragraph.
     *
     * @param html its inside, as text with emphasis: links stay on the web page
     * @param text the same as plain text
     */
    public record Paragraph(String html, String text) {}

    private static final Safelist EMPHASIS = Safelist.none().addTags("b", "strong", "i", "em", "sub", "sup", "code");

    /** The mark of a source, such as {@code [3]}, that was cut in two. */
    private static final Pattern OPEN_MARK = Pattern.compile("\\s*\\[\\d*$");

    private final int mostWords;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private int words;

    private Excerpt(int mostWords) {
        this.mostWords = mostWords;
    }

    /** Whole paragraphs, but for a first one that alone is over the limit: it ends with "…". */
    public static List<Paragraph> of(@Nullable String safeHtml, int mostParagraphs, int mostWords) {
        var excerpt = new Excerpt(mostWords);
        for (Element paragraph : paragraphs(safeHtml == null ? "" : safeHtml)) {
            if (excerpt.paragraphs.size() == mostParagraphs || !excerpt.take(paragraph)) {
                break;
            }
        }
        return List.copyOf(excerpt.paragraphs);
    }

    /** The text itself or, where it has more words, its beginning, which ends with "…". */
    public static String beginning(String text, int mostWords) {
        if (WordCount.of(text) <= mostWords) {
            return text;
        }
        String words = text.substring(0, WordCount.upTo(text, mostWords).end());
        return OPEN_MARK.matcher(words).replaceFirst("") + "…";
    }

    private static List<Element> paragraphs(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        // What begins a line of its own on the web page is one line here, and no tag is left to keep its words apart.
        body.select("br").forEach(end -> end.replaceWith(new TextNode(" ")));
        body.select("li, div, blockquote, h1, h2, h3, h4, h5, h6, pre, tr, td, dt, dd")
                .forEach(block -> block.before(new TextNode(" ")).after(new TextNode(" ")));
        List<Element> marked = body.select("p");
        return (marked.isEmpty() ? List.of(body) : marked)
                .stream().filter(Element::hasText).toList();
    }

    private boolean take(Element paragraph) {
        String text = paragraph.text().strip();
        int count = WordCount.of(text);
        if (words + count > mostWords) {
            words = mostWords;
            return paragraphs.isEmpty() && paragraphs.add(cut(text));
        }
        words += count;
        return paragraphs.add(new Paragraph(emphasised(paragraph), text));
    }

    private Paragraph cut(String text) {
        String beginning = beginning(text, mostWords);
        return new Paragraph(org.jsoup.nodes.Entities.escape(beginning), beginning);
    }

    private static String emphasised(Element paragraph) {
        var plain = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(paragraph.html(), "", EMPHASIS, plain).strip();
    }
}
