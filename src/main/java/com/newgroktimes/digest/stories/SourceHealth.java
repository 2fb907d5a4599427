package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Stories.Collected;

/**
 * How a source of stories does.
 *
 * @param kind      {@code folder} or {@code feed}
 * @param name      its path or address
 * @param label     what the settings call it; null where they do not
 * @param askedAt   null where it was never asked
 * @param collected what it told then
 * @param fault     why it cannot be asked now; null where it can. Of a feed: what was wrong the last time
 * @param hint      what looks wrong with a feed that could be read, and what to do
 * @param nextAt    when a feed is asked by itself; null where that is never
 * @param waitUntil before when a feed's site asked us not to ask it; null where it did not
 * @param movedTo   where a feed says that it has gone for good, and is asked now
 */
public record SourceHealth(
        String kind,
        String name,
        @Nullable String label,
        @Nullable Instant askedAt,
        @Nullable Collected collected,
        @Nullable String fault,
        @Nullable String hint,
        @Nullable Instant nextAt,
        @Nullable Instant waitUntil,
        @Nullable String movedTo) {

    static final String FOLDER = "folder";
    static final String FEED = "feed";

    static SourceHealth unasked(String kind, String name, @Nullable String label) {
        return new SourceHealth(kind, name, label, null, null, null, null, null, null, null);
    }

    /** What a sentence about a feed begins with. */
    static String subject(@Nullable String label, String name) {
        return label == null ? "The feed " + name : "The feed \"%s\"".formatted(label);
    }

    /** A sentence about it, for whoever sees beside it which source it is. */
    public String ofIt(String sentence) {
        return Stream.of(subject(label, name), subject(null, name))
                .filter(subject -> sentence.startsWith(subject + " ") || sentence.startsWith(subject + ": "))
                .findFirst()
                .map(subject -> sentence.substring(subject.length()))
                .map(rest -> rest.startsWith(":") ? rest.substring(1).strip() : "It" + rest)
                .orElse(sentence);
    }

    /** Why it cannot be asked, or what it broke off with. */
    public Optional<String> trouble() {
        return Stream.concat(
                        Stream.ofNullable(fault),
                        Stream.ofNullable(collected)
                                .flatMap(told -> told.troubles().stream())
                                .filter(trouble -> trouble.file() == null && trouble.lost())
                                .map(Trouble::what))
                .findFirst();
    }

    /** Whether a feed was brought back, and not asked since. */
    public boolean isToBeAskedAgain() {
        return kind.equals(FEED) && askedAt != null && askedAt.equals(nextAt);
    }

    /** Whether a feed answered that it will not come back, and is asked no more. */
    public boolean isRetired() {
        return kind.equals(FEED) && askedAt != null && nextAt == null;
    }

    public boolean isFolder() {
        return kind.equals(FOLDER);
    }
}
