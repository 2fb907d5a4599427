package com.newgroktimes.digest.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** @param words title or text, whichever the list has */
    private record Reference(
            @Nullable Integer n, String url, @Nullable String words) {}

    List<Story.NewsSource> newsSources(@Nullable List<RawStory.@Nullable NewsSource> told) {
        List<Reference> references = new ArrayList<>();
        forEach("newsSources", told, (at, source) -> {
            String title = fields.line(at + ".title", source.title());
            add(references, at, source.n(), source.url(), title);
        });
        List<Integer> numbers = numbers(references);
        return IntStream.range(0, references.size())
                .mapToObj(i -> new Story.NewsSource(
                        numbers.get(i),
                        references.get(i).url(),
                        references.get(i).words()))
                .toList();
    }

    List<Story.XPost> xPosts(@Nullable List<RawStory.@Nullable XPost> told) {
        List<Reference> references = new ArrayList<>();
        forEach("xPosts", told, (at, post) -> {
            String text = fields.lines(at + ".text", post.text());
            add(references, at, post.n(), post.url(), text);
        });
        List<Integer> numbers = numbers(references);
        return IntStream.range(0, references.size())
                .mapToObj(i -> new Story.XPost(
                        numbers.get(i),
                        references.get(i).url(),
                        references.get(i).words()))
                .toList();
    }

    private interface Visitor<T> {
        void visit(String at, T told);
    }

    private <T> void forEach(String list, @Nullable List<@Nullable T> told, Visitor<T> visitor) {
        if (told == null) {
            return;
        }
        if (told.size() > MOST) {
            fields.flaw(list, "It has %,d entries; at most %,d are taken.".formatted(told.size(), MOST));
        }
        for (int i = 0; i < Math.min(told.size(), MOST); i++) {
            T entry = told.get(i);
            if (entry != null) {
                visitor.visit("%s[%d]".formatted(list, i), entry);
            }
        }
    }

    private void add(
            List<Reference> references, String at, @Nullable Integer n, @Nullable String url, @Nullable String words) {
        String address = fields.needed(at + ".url", fields.address(at + ".url", url));
        if (address != null) {
            references.add(new Reference(number(at + ".n", n), address, words));
        }
    }

    private @Nullable Integer number(String field, @Nullable Integer n) {
        if (n == null || (n >= 1 && n <= HIGHEST)) {
            return n;
        }
        fields.flaw(field, "%d is no number of a source; they run from 1 to %,d.".formatted(n, HIGHEST));
        return null;
    }

    private List<Integer> numbers(List<Reference> references) {
        List<@Nullable Integer> told = new ArrayList<>();
        references.forEach(reference -> told.add(reference.n()));
        return numbering.number(told);
    }
}
