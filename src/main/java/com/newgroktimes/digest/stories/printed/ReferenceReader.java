package com.newgroktimes.digest.stories.printed;

import java.util.ArrayList;
import java.util.List;

/** Reads the lists of sources line by line. */
final class ReferenceReader {

    private static final int MOST_LINES = 40;

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
            } else if (numbered.url() == null) {
                int last = lastLine(i);
                NumberedLine whole = NumberedLine.of(String.join("\n", lines.subList(i, last + 1)));
                add(whole == null ? numbered : whole.withAddressWithin());
                i = last;
            } else {
                add(numbered);
            }
        }
    }

    /** Posts have line breaks: what a number begins goes on to the address, or is that line alone. */
    private int lastLine(int first) {
        for (int i = first + 1; i < Math.min(lines.size(), first + MOST_LINES); i++) {
            String line = lines.get(i);
            if (Heading.of(line) != null || NumberedLine.isNumbered(line) || SignUp.asks(line)) {
                return first;
            }
            if (NumberedLine.endsInAddress(line)) {
                return i;
            }
        }
        return first;
    }

    private void add(NumberedLine line) {
        nameStrays();
        (isPost(line) ? xPosts : newsSources).add(new Reference(line.n(), line.url(), line.words()));
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
