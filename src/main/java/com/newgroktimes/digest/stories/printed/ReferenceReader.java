package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads the lists of sources line by line. */
final class ReferenceReader {

    private final List<String> lines;
    private final boolean postsAreAnnounced;

    private final List<Reference> newsSources = new ArrayList<>();
    private final List<Reference> xPosts = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private Heading under = Heading.BOTH;

    /** Lines that are no source: named once a source follows them; at the end they are the sign-up block. */
    private final List<String> strays = new ArrayList<>();

    ReferenceReader(List<String> lines) {
        this.lines = lines;
        this.postsAreAnnounced = lines.stream().anyMatch(line -> Heading.of(line) == Heading.X_POSTS);
    }

    List<Reference> newsSources() {
        return List.copyOf(newsSources);
    }

    List<Reference> xPosts() {
        return List.copyOf(xPosts);
    }

    List<Unread> unread() {
        return List.copyOf(unread);
    }

    void read() {
        for (int i = 0; i < lines.size(); i++) {
            Heading heading = Heading.of(lines.get(i));
            NumberedLine numbered = NumberedLine.of(lines.get(i));
            if (heading != null) {
                nameStrays();
                under = heading;
            } else if (numbered == null || (numbered.isBare() && !strays.isEmpty())) {
                strays.add(lines.get(i));
            } else if (numbered.url() == null && bareAddress(i + 1) != null) {
                add(numbered.at(bareAddress(i + 1)));
                i++;
            } else {
                add(numbered);
            }
        }
    }

    private @Nullable String bareAddress(int i) {
        NumberedLine line = i < lines.size() ? NumberedLine.of(lines.get(i)) : null;
        return line != null && line.isBare() ? line.url() : null;
    }

    private void add(NumberedLine line) {
        nameStrays();
        boolean isPost = isPost(line);
        if (line.url() == null) {
            unread.add(new Unread(
                    isPost ? "xPosts" : "newsSources",
                    "[%d] has no address: \"%s\"."
                            .formatted(line.n(), Unread.shortened(String.valueOf(line.words())))));
            return;
        }
        (isPost ? xPosts : newsSources).add(new Reference(line.n(), line.url(), line.words()));
    }

    /** Where a heading was lost, a post is what has words; below the heading of news sources, what is on X besides. */
    private boolean isPost(NumberedLine line) {
        return switch (under) {
            case X_POSTS -> true;
            case NEWS_SOURCES -> line.words() != null && line.isOnX();
            case BOTH -> line.words() != null && !postsAreAnnounced;
        };
    }

    private void nameStrays() {
        strays.forEach(stray -> unread.add(Unread.line(under == Heading.X_POSTS ? "xPosts" : "newsSources", stray)));
        strays.clear();
    }
}
