package com.newgroktimes.digest.stories.feeds;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;

/** A text of Atom, which is plain, HTML or XHTML (RFC 4287 §3.1, §4.1.3; for Atom 0.3 by {@code type} and {@code mode}). */
final class AtomText {

    private final XmlElement element;

    AtomText(XmlElement element) {
        this.element = element;
    }

    private enum Kind {
        TEXT,
        /** HTML whose signs are escaped. */
        HTML,
        /** Markup that stands in the feed as it is. */
        XHTML,
        /** Not a text: a picture, or XML of another kind. */
        OTHER
    }

    /** On one line; null where there is none. */
    @Nullable
    String line() {
        String text = switch (kind()) {
            case TEXT -> element.text().orElse("");
            case HTML -> HtmlText.line(element.text().orElse(""));
            case XHTML -> HtmlText.line(element.html());
            case OTHER -> "";
        };
        return text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    /** With whole addresses; null where there is none. */
    @Nullable
    String html() {
        String html = switch (kind()) {
            case TEXT ->
                element.text().map(Wording::escaped).map(element.base()::within).orElse("");
            case HTML -> element.base().within(element.text().orElse(""));
            case XHTML -> element.base().within(element.html());
            case OTHER -> "";
        };
        return html.isBlank() ? null : html;
    }

    private Kind kind() {
        String told = element.attribute("type");
        String type = told == null
                ? "text"
                : told.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (element.says("mode", "base64")) {
            return Kind.OTHER;
        }
        return switch (type) {
            case "text", "text/plain" -> element.hasElements() ? Kind.XHTML : Kind.TEXT;
            case "html", "text/html" -> element.hasElements() ? Kind.XHTML : Kind.HTML;
            case "xhtml", "application/xhtml+xml" -> element.hasElements() ? Kind.XHTML : Kind.HTML;
            default -> type.startsWith("text/") ? Kind.TEXT : Kind.OTHER;
        };
    }
}
