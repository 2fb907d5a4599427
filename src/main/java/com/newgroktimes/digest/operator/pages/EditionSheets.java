package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Puts together what the pages say of editions. */
@Component
final class EditionSheets {

    private static final Set<EditionState> UNDER_WAY =
            Stream.of(EditionState.values()).filter(state -> !state.ended()).collect(Collectors.toUnmodifiableSet());

    private final Editions editions;
    private final Deliveries deliveries;
    private final Times times;

    EditionSheets(Editions editions, Deliveries deliveries, Times times) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.times = times;
    }

    EditionSheet sheet(int number) {
        return sheet(editions.get(number), editions.checks(number));
    }

    /** The oldest one that still needs somebody or something. */
    Optional<EditionSheet> next() {
        return editions.in(UNDER_WAY).stream().findFirst().map(this::sheet);
    }

    /**
     * Newest first.
     *
     * @param after the edition that the page before ended with; {@link Editions#NEWEST} to begin
     * @param state null is any
     */
    EditionList list(int after, @Nullable EditionState state) {
        return EditionList.of(lines(editions.heads(after, EditionList.LINES + 1, state)), editions.counts(), state);
    }

    List<SheetLine> latest(int most) {
        return lines(editions.heads(Editions.NEWEST, most));
    }

    private List<SheetLine> lines(List<Edition> heads) {
        Map<Integer, Progress> progress = deliveries.progress(heads);
        return heads.stream()
                .map(edition -> new SheetLine(edition, Objects.requireNonNull(progress.get(edition.number()))))
                .toList();
    }

    /** The same without its stories, and with what was found when it was last checked: it is asked for again and again. */
    EditionSheet live(int number) {
        Edition head = editions.head(number);
        return sheet(head, head.changeable() ? editions.found(head) : List.of());
    }

    private EditionSheet sheet(Edition edition, List<Check> checks) {
        Instant leavesAt = edition.leavesAt();
        return new EditionSheet(
                edition,
                deliveries.progress(edition.number()),
                CheckGroup.of(checks),
                leavesAt == null ? 0 : times.secondsUntil(leavesAt));
    }
}
