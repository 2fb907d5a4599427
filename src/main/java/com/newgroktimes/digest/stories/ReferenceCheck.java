package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The news sources and X posts of one story: each with an address, under its own number. */
final class ReferenceCheck {

    private static final int MOST = 200;
    static final int HIGHEST = 9_999;

    private final Fields fields;
    private final Numbering numbering = new Numbering();

    ReferenceCheck(Fields fields) {
        this.fields = fields;
    }

    /**
     * @param url   null where it has none that can be taken: it is left out, and no other is given its number, which the text may name
     * @param words title or text, whichever the list has
     */
    private record Reference(
            @Nullable Integer n,
            @Nullable String url,
            @Nullable String words) {}

    List<Story.NewsSource> newsSources(@Nullable List<RawStory.@Nullable NewsSource> told) {
        return numbered(
                references("newsSources", told, (at, source) -> {
                    String title = fields.line(at + ".title", source.title());
                    return reference(at, source.n(), source.url(), title);
                }),
                Story.NewsSource::new);
    }

    List<Story.XPost> xPosts(@Nullable List<RawStory.@Nullable XPost> told) {
        return numbered(
                references("xPosts", told, (at, post) -> {
                    String text = fields.lines(at + ".text", post.text());
                    return reference(at, post.n(), post.url(), text);
                }),
                Story.XPost::new);
    }

    private interface Reader<T> {
        Reference read(String at, T told);
    }

    private <T> List<Reference> references(String list, @Nullable List<@Nullable T> told, Reader<T> reader) {
        List<Reference> references = new ArrayList<>();
        if (told == null) {
            return references;
        }
        if (told.size() > MOST) {
            fields.flaw(list, "It has %,d entries; at most %,d are taken.".formatted(told.size(), MOST));
        }
        for (int i = 0; i < Math.min(told.size(), MOST); i++) {
            T entry = told.get(i);
            if (entry != null) {
                references.add(reader.read("%s[%d]".formatted(list, i), entry));
            }
        }
        return references;
    }

    private Reference reference(String at, @Nullable Integer n, @Nullable String url, @Nullable String words) {
        String address = fields.address(at + ".url", url);
        if (n != null && words != null && TypedText.line(url) == null) {
            fields.flaw(
                    at + ".url", "[%d] has no address: \"%s\".".formatted(n, FirstWords.cut(words.replace('\n', ' '))));
        }
        return new Reference(number(at + ".n", n), fields.needed(at + ".url", address), words);
    }

    private @Nullable Integer number(String field, @Nullable Integer n) {
        if (n == null || (n >= 1 && n <= HIGHEST)) {
            return n;
        }
        fields.flaw(field, "%d is no number of a source; they run from 1 to %,d.".formatted(n, HIGHEST));
        return null;
    }

    private interface Shape<T> {
        T of(int n, String url, @Nullable String words);
    }

    private <T> List<T> numbered(List<Reference> references, Shape<T> shape) {
        List<Reference> counted = counted(references);
        List<@Nullable Integer> told = new ArrayList<>();
        counted.forEach(reference -> told.add(reference.n()));
        List<Integer> numbers = numbering.number(told);
        List<T> numbered = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            Reference reference = counted.get(i);
            if (reference.url() != null) {
                numbered.add(shape.of(numbers.get(i), reference.url(), reference.words()));
            }
        }
        return List.copyOf(numbered);
    }

    /** Those that are left out too, unless another stands under the same number. */
    private static List<Reference> counted(List<Reference> references) {
        Set<@Nullable Integer> kept = new HashSet<>();
        references.stream().filter(reference -> reference.url() != null).forEach(reference -> kept.add(reference.n()));
        return references.stream()
                .filter(reference -> reference.url() != null || reference.n() == null || !kept.contains(reference.n()))
                .toList();
    }
}
