package com.newgroktimes.digest.stories.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
            case TEXT -> text();
            case HTML -> HtmlText.line(text());
            case XHTML -> HtmlText.line(element.html());
            case OTHER -> "";
        };
        return text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    /** With whole addresses; null where there is none. */
    @Nullable
    String html() {
        String html = switch (kind()) {
            case TEXT -> element.base().within(Wording.escaped(text()));
            case HTML -> element.base().within(text());
            case XHTML -> element.base().within(element.html());
            case OTHER -> "";
        };
        return html.isBlank() ? null : html;
    }

    /** Atom 0.3 may pack it ({@code mode}). */
    private String text() {
        String text = element.text().orElse("");
        return element.says("mode", "base64") ? unpacked(text) : text;
    }

    private static String unpacked(String packed) {
        try {
            return new String(Base64.getMimeDecoder().decode(packed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private Kind kind() {
        String told = element.attribute("type");
        String type = told == null
                ? "text"
                : told.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return switch (type) {
            case "text", "text/plain" -> element.hasElements() ? Kind.XHTML : Kind.TEXT;
            case "html", "text/html" -> element.hasElements() ? Kind.XHTML : Kind.HTML;
            case "xhtml", "application/xhtml+xml" -> element.hasElements() ? Kind.XHTML : Kind.HTML;
            default -> type.startsWith("text/") ? Kind.TEXT : Kind.OTHER;
        };
    }
}
