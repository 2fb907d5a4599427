package com.newgroktimes.digest.stories.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import com.newgroktimes.digest.stories.documents.BaseAddress;

/** An element of a feed, with what it inherits from those around it. */
final class XmlElement {

    private static final Set<String> WITHOUT_END = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private final String name;
    private final Map<String, String> attributes;
    private final BaseAddress base;
    private final @Nullable String lang;
    private final List<Object> inside = new ArrayList<>();

    /**
     * @param name       in lower case; those of another vocabulary than the feed's with its usual prefix, {@code media:content}
     * @param attributes the same
     * @param lang       the nearest {@code xml:lang}
     */
    XmlElement(String name, Map<String, String> attributes, BaseAddress base, @Nullable String lang) {
        this.name = name;
        this.attributes = attributes;
        this.base = base;
        this.lang = lang;
    }

    String name() {
        return name;
    }

    BaseAddress base() {
        return base;
    }

    @Nullable
    String lang() {
        return lang;
    }

    /** That of the first such child which says its own; else the nearest of those around. */
    @Nullable
    String langOf(String... names) {
        return children(names)
                .filter(child -> child.attribute("xml:lang") != null)
                .map(XmlElement::lang)
                .findFirst()
                .orElse(lang);
    }

    void add(XmlElement child) {
        inside.add(child);
    }

    void add(String signs) {
        lastText().append(signs);
    }

    /** What text is at the end, to go on with. */
    private StringBuilder lastText() {
        if (!inside.isEmpty() && inside.get(inside.size() - 1) instanceof StringBuilder begun) {
            return begun;
        }
        StringBuilder text = new StringBuilder();
        inside.add(text);
        return text;
    }

    boolean hasElements() {
        return elements().findAny().isPresent();
    }

    /** Null where it has none, or a blank one. */
    @Nullable
    String attribute(String attribute) {
        String value = attributes.get(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** That of the first of these names that it has; null where it has none of them. */
    @Nullable
    String attributeOf(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(attribute(name)))
                .findFirst()
                .orElse(null);
    }

    boolean says(String attribute, String value) {
        return value.equalsIgnoreCase(attribute(attribute));
    }

    Stream<XmlElement> children(String... names) {
        return Stream.of(names).flatMap(wanted -> elements().filter(element -> element.name.equals(wanted)));
    }

    Optional<XmlElement> child(String... names) {
        return children(names).findFirst();
    }

    /** Those of this name, however deep. */
    Stream<XmlElement> anywhere(String wanted) {
        return elements()
                .flatMap(element -> Stream.concat(
                        element.name.equals(wanted) ? Stream.of(element) : Stream.empty(), element.anywhere(wanted)));
    }

    /** The text of the first such child that has any; null where there is none. */
    @Nullable
    String textOf(String... names) {
        return children(names)
                .map(XmlElement::text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    Optional<String> text() {
        StringBuilder text = new StringBuilder();
        for (Object part : inside) {
            text.append(part instanceof XmlElement element ? element.text().orElse("") : part);
        }
        return text.toString().isBlank()
                ? Optional.empty()
                : Optional.of(text.toString().strip());
    }

    /** What is inside, as HTML. */
    String html() {
        StringBuilder html = new StringBuilder();
        writeInside(html);
        return html.toString();
    }

    private Stream<XmlElement> elements() {
        return inside.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    private void writeInside(StringBuilder html) {
        for (Object part : inside) {
            if (part instanceof XmlElement element) {
                element.write(html);
            } else {
                html.append(HtmlUtils.htmlEscape(part.toString(), "UTF-8"));
            }
        }
    }

    private void write(StringBuilder html) {
        String tag = name.substring(name.indexOf(':') + 1);
        html.append('<').append(tag);
        attributes.forEach((attribute, value) -> html.append(' ')
                .append(attribute)
                .append("=\"")
                .append(HtmlUtils.htmlEscape(value, "UTF-8"))
                .append('"'));
        html.append('>');
        if (!WITHOUT_END.contains(tag)) {
            writeInside(html);
            html.append("</").append(tag).append('>');
        }
    }
}
