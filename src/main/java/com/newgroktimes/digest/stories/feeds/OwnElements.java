package com.newgroktimes.digest.stories.feeds;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.feeds.OwnFields.Reference;

/** Reads the elements of the namespace {@code urn:newgroktimes:digest:1}. */
final class OwnElements {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern NUMBER = Pattern.compile("^\\[(\\d{1,4})]\\s*");

    private OwnElements() {}

    static OwnFields of(XmlElement entry) {
        return new OwnFields(
                entry.textOf("ngt:tldr"),
                entry.textOf("ngt:msmperspective"),
                entry.textOf("ngt:xperspective"),
                references(entry, "ngt:source"),
                references(entry, "ngt:post"));
    }

    private static List<Reference> references(XmlElement entry, String name) {
        return entry.anywhere(name).map(OwnElements::reference).toList();
    }

    /** {@code <ngt:source n="1" url="https://…">Title</ngt:source>}; the address may also stand in the text, and the words in an attribute. */
    private static Reference reference(XmlElement element) {
        String text = element.text().orElse("");
        Matcher numbered = NUMBER.matcher(text);
        String number =
                Optional.ofNullable(element.attribute("n")).orElseGet(() -> numbered.find() ? numbered.group(1) : "");
        String words = NUMBER.matcher(text).replaceFirst("");
        String url = element.attributeOf("url", "href");
        Matcher address = ADDRESS.matcher(words);
        if (url == null && address.find()) {
            url = address.group();
            words = (words.substring(0, address.start()) + words.substring(address.end())).strip();
        }
        String given = element.attributeOf("title", "text");
        BaseAddress base = element.base();
        return new Reference(number(number), base.resolve(url), given != null ? given : words.isEmpty() ? null : words);
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
