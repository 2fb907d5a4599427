package com.newgroktimes.digest.stories.printed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes a head apart from both ends. Any of its lines may be missing, so that what one is depends on how many there are. */
final class HeadReader {

    private final Masthead masthead;
    private final int size;
    private final boolean isNamed;
    private final Deque<String> lines;
    private final List<String> unread = new ArrayList<>();

    HeadReader(List<String> lines, Masthead masthead) {
        this.masthead = masthead;
        this.size = lines.size();
        this.isNamed = !lines.isEmpty() && masthead.isName(lines.get(0));
        this.lines = new ArrayDeque<>(lines.subList(masthead.linesOn(lines), size));
    }

    Head read() {
        boolean isCredited = dropCredit();
        // The line above the credit is alt, whatever else is missing.
        String alt = isCredited ? lines.pollLast() : null;
        dropStrangeTagline(isCredited ? 2 : 3);
        String section = hasSection(isCredited) ? lines.pollFirst() : null;
        String headline = lines.pollFirst();
        if (!isCredited) {
            alt = lines.pollFirst();
        }
        unread.addAll(0, lines);
        return new Head(section, headline, alt, List.copyOf(unread), size);
    }

    private boolean dropCredit() {
        if (lines.stream().noneMatch(masthead::isCredit)) {
            return false;
        }
        while (!masthead.isCredit(lines.getLast())) {
            unread.add(0, lines.removeLast());
        }
        lines.removeLast();
        return true;
    }

    /** A tagline is known by its words; one of other words by the name above it, and by one line too many below. */
    private void dropStrangeTagline(int expected) {
        if (isNamed && lines.size() > expected) {
            lines.removeFirst();
        }
    }

    private boolean hasSection(boolean isCredited) {
        @Nullable String first = lines.peekFirst();
        if (first == null) {
            return false;
        }
        return switch (lines.size()) {
            case 1 -> SectionName.isCertain(first, masthead);
            case 2 -> isCredited || SectionName.isLikelyAbove(lines.getLast(), first, masthead);
            default -> true;
        };
    }
}
