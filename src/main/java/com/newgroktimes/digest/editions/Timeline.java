package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.CONFLICT;
import static com.newgroktimes.digest.platform.Problem.Kind.UNPROCESSABLE;

/**
 * All editions in a row, and which week may come next. Windows tile time: each opens where the one before it closed, whatever
 * the settings say now; they only decide where the next one closes.
 *
 * @param spans in the order of their numbers, which is the order of their windows
 */
record Timeline(EditionCalendar calendar, List<EditionSpan> spans) {

    Optional<EditionSpan> last() {
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(spans.size() - 1));
    }

    Optional<EditionSpan> of(IsoWeek week) {
        return spans.stream().filter(span -> span.week().equals(week)).findFirst();
    }

    Optional<EditionSpan> at(Instant moment) {
        return spans.stream().filter(span -> span.window().contains(moment)).findFirst();
    }

    /** @param name {@code 2026-W48}, {@code current} or {@code last} */
    IsoWeek week(String name, Instant now) {
        return switch (name) {
            case Editions.CURRENT_WEEK -> current(now);
            case Editions.LAST_WEEK -> lastClosed(now);
            default -> IsoWeek.parse(name);
        };
    }

    /** The week whose window contains this moment, its edition made or not. */
    IsoWeek current(Instant now) {
        return at(now).map(EditionSpan::week).orElseGet(() -> {
            IsoWeek week = calendar.weekAt(now);
            // One edition a week: where closing times were moved, this week may have had its own already.
            return last().filter(last -> !week.isAfter(last.week())
                            && !now.isBefore(last.window().closes()))
                    .map(last -> last.week().plus(1))
                    .orElse(week);
        });
    }

    private IsoWeek lastClosed(Instant now) {
        IsoWeek byCalendar = calendar.weekAt(now).plus(-1);
        return spans.stream()
                .filter(span -> !span.window().closes().isAfter(now))
                .map(EditionSpan::week)
                .reduce((earlier, later) -> later)
                .filter(made -> made.isAfter(byCalendar))
                .orElse(byCalendar);
    }

    /** The window of an edition that is made, or would be made now; for any other week, what the calendar says. */
    EditionWindow window(IsoWeek week, Instant now) {
        return of(week).map(EditionSpan::window)
                .orElseGet(() -> mayBegin(week, now) ? next(week) : calendar.window(week));
    }

    /** Whether the week has its edition, or may have one now. */
    boolean has(IsoWeek week, Instant now) {
        return of(week).isPresent() || mayBegin(week, now);
    }

    private boolean mayBegin(IsoWeek week, Instant now) {
        return !week.isAfter(current(now))
                && last().map(last -> follows(week, last)).orElse(true);
    }

    /** A week after the last edition's, and one that closes after it, which moved closing times might not. */
    private boolean follows(IsoWeek week, EditionSpan last) {
        return week.isAfter(last.week())
                && calendar.closes(week).isAfter(last.window().closes());
    }

    private EditionWindow next(IsoWeek week) {
        return last().map(last -> new EditionWindow(last.window().closes(), calendar.closes(week)))
                .orElseGet(() -> calendar.window(week));
    }

    /** This row with a new edition at its end, for a week that has none. Skipped weeks join it. */
    EditionSpan begin(IsoWeek week, Instant now) {
        if (week.isAfter(current(now))) {
            throw new Problem(
                            UNPROCESSABLE,
                            "That week has not begun",
                            "The week %s opens at %s. Assemble it from then on; the current week is %s."
                                    .formatted(week, calendar.window(week).opens(), current(now)))
                    .inWords(
                            "week-not-begun",
                            week.toString(),
                            calendar.window(week).opens(),
                            current(now).toString());
        }
        last().filter(last -> !follows(week, last)).ifPresent(last -> {
            throw isOver(week, last, now);
        });
        return new EditionSpan(last().map(EditionSpan::number).orElse(0) + 1, week, next(week), true, null);
    }

    private Problem isOver(IsoWeek week, EditionSpan last, Instant now) {
        Problem over = new Problem(
                CONFLICT,
                "That week is over",
                "The week %s comes before that of edition %d (%s), and editions are made in order. Its late stories go into the next one: %s."
                        .formatted(week, last.number(), last.week(), howToNext(now)));
        String asked = week.toString();
        String lastMade = last.week().toString();
        return nextOpens(now)
                .map(opens -> over.inWords("week-over-wait", asked, last.number(), lastMade, opens))
                .orElseGet(() -> over.inWords("week-over", asked, last.number(), lastMade));
    }

    /** When the next edition can be made; empty where one still takes stories, or can be made now. */
    Optional<Instant> nextOpens(Instant now) {
        return last().filter(last -> !last.open())
                .map(last -> last.window().closes())
                .filter(now::isBefore);
    }

    private String howToNext(Instant now) {
        return nextOpens(now)
                .map("wait until its week opens at %s, and assemble “current” then"::formatted)
                .orElse("assemble “current”");
    }

    Timeline with(EditionSpan added) {
        return new Timeline(
                calendar, Stream.concat(spans.stream(), Stream.of(added)).toList());
    }
}
