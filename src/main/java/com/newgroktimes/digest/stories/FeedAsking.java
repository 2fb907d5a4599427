package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.fetch.DocumentRequest;
import com.newgroktimes.digest.platform.fetch.FetchFault;
import com.newgroktimes.digest.platform.fetch.GuardedFetch;
import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.platform.fetch.Validators;
import com.newgroktimes.digest.stories.FeedMeter.Outcome;
import com.newgroktimes.digest.stories.FeedTable.Claimed;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** Asks one feed that was claimed, and keeps what comes of it. */
@Component
class FeedAsking {

    private static final Logger log = LoggerFactory.getLogger(FeedAsking.class);

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final DocumentRequest WANTED = new DocumentRequest(ACCEPT, MOST_BYTES).orInPart();
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 12;

    private final FeedTable table;
    private final SourceTable told;
    private final FeedStories stories;
    private final FullTexts fullTexts;
    private final GuardedFetch web;
    private final FeedMeter meter;
    private final Clock clock;

    FeedAsking(
            FeedTable table,
            SourceTable told,
            FeedStories stories,
            FullTexts fullTexts,
            GuardedFetch web,
            FeedMeter meter,
            Clock clock) {
        this.table = table;
        this.told = told;
        this.stories = stories;
        this.fullTexts = fullTexts;
        this.web = web;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param unreachable why its host could not be reached a moment ago, and is not called again; null where that is not so
     * @param waited      for the site, whatever it took to keep what it told
     */
    record Asked(
            Outcome outcome, Collected collected, @Nullable FetchFault unreachable, Duration waited) {

        static Asked of(Outcome outcome, Collected collected) {
            return new Asked(outcome, collected, null, Duration.ZERO);
        }

        Asked and(Collected more) {
            return new Asked(outcome, collected.and(more), unreachable, waited);
        }

        Asked after(Duration wait) {
            return new Asked(outcome, collected, unreachable, wait);
        }
    }

    /** @param unreachable that its host is, as was just seen; null where it was not */
    Asked ask(FeedSource feed, Claimed state, @Nullable FetchFault unreachable) {
        long began = System.nanoTime();
        Asked asked = completed(feed, asked(feed, state, unreachable));
        meter.asked(asked.outcome(), since(began));
        meter.told(asked.collected());
        return asked;
    }

    private Asked completed(FeedSource feed, Asked asked) {
        return feed.fullText() && (asked.outcome() == Outcome.TAKEN || asked.outcome() == Outcome.SAME)
                ? asked.and(fullTexts.complete(feed.url()))
                : asked;
    }

    private Asked asked(FeedSource feed, Claimed state, @Nullable FetchFault unreachable) {
        if (unreachable != null
                && feed.url().host().equals(unreachable.address().getHost())) {
            return unreached(feed, state, unreachable, "was not asked after this: " + unreachable.sentence());
        }
        long began = System.nanoTime();
        try {
            SiteAnswer answer = web.ask(state.address(), WANTED.unless(state.known()));
            Duration waited = since(began);
            return answered(feed, state, answer).after(waited);
        } catch (FetchFault fault) {
            String what =
                    fault.address().equals(feed.url().uri()) ? fault.what() : "could not be had: " + fault.sentence();
            Asked failed = fault.isOutOfReach()
                    ? unreached(feed, state, fault, what)
                    : failed(feed, state, what, Optional.empty());
            return failed.after(since(began));
        } catch (RuntimeException | LinkageError | VirtualMachineError unexpected) {
            if (DatabaseTrouble.behind(unexpected).isPresent()) {
                throw unexpected;
            }
            log.error("The feed {} was left out", feed.url(), unexpected);
            return failed(feed, state, "could not be taken; the service's log says why.", Optional.empty());
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Asked answered(FeedSource feed, Claimed state, SiteAnswer answer) {
        return switch (answer.status()) {
            case 200 -> took(feed, state, answer);
            case 304 -> kept(feed, state, answer);
            case 410 -> retired(feed);
            default -> refused(feed, state, answer);
        };
    }

    private Asked took(FeedSource feed, Claimed state, SiteAnswer answer) {
        if (answer.body().length == 0) {
            String what = "answered with nothing in it. It is asked again later; look at that site if it goes on.";
            return failed(feed, state, what, Optional.empty());
        }
        try {
            return Asked.of(Outcome.TAKEN, take(feed, answer));
        } catch (Problem noFeed) {
            if (answer.brokenOff() != null) {
                throw answer.brokenOff();
            }
            String what = PageInstead.sentence(answer).orElse(noFeed.detail());
            return failed(feed, state, "answered with no feed: " + what, Optional.empty());
        }
    }

    /** What it is asked with next time is kept last: one cut short is told all again. */
    private Collected take(FeedSource feed, SiteAnswer answer) {
        Collecting collecting = stories.take(feed, answer);
        Collected collected = collecting.collected();
        told.keep(feed.url().toString(), collected);
        Validators validators = collecting.isWhole() ? answer.validators() : Validators.NONE;
        table.took(feed.url(), answer, validators, next(feed, 0), collecting.hint());
        return collected;
    }

    private Asked kept(FeedSource feed, Claimed state, SiteAnswer answer) {
        if (state.known().equals(Validators.NONE)) {
            return failed(
                    feed,
                    state,
                    "answered 304, that nothing is new, though it was asked for all that it has. Look at that site, and at what keeps copies for it.",
                    Optional.empty());
        }
        table.unchanged(feed.url(), answer, state.known(), next(feed, 0));
        return Asked.of(Outcome.SAME, Collected.NOTHING);
    }

    private Asked retired(FeedSource feed) {
        String what =
                "answered 410 Gone, that it will not come back, and is asked no more: remove it from digest.stories.feeds, or give its new address. If it is there again, bring it back.";
        table.retire(feed.url(), what);
        stories.letGo(feed);
        return Asked.of(Outcome.GONE, trouble(feed.told(what)));
    }

    private Asked unreached(FeedSource feed, Claimed state, FetchFault unreachable, String what) {
        Asked failed = failed(feed, state, what, Optional.empty());
        return new Asked(failed.outcome(), failed.collected(), unreachable, Duration.ZERO);
    }

    private Asked failed(FeedSource feed, Claimed state, String what, Optional<Instant> asked) {
        Instant next = next(feed, state.failures() + 1);
        Instant wait = asked.orElse(null);
        table.failed(feed.url(), what, wait == null || wait.isBefore(next) ? next : wait, wait);
        return Asked.of(Outcome.FAILED, trouble(feed.told(what)));
    }

    private Asked refused(FeedSource feed, Claimed state, SiteAnswer answer) {
        Instant now = clock.instant();
        Optional<Instant> until = answer.notBefore(now).filter(now::isBefore);
        String wait = until.map(end -> ", and asks us to wait for " + Wait.words(Duration.between(now, end)))
                .orElse("");
        String what = "answered %d%s. %s"
                .formatted(answer.status(), wait, PageInstead.sentence(answer).orElseGet(() -> advice(answer, until)));
        return failed(feed, state, what, until);
    }

    private static String advice(SiteAnswer answer, Optional<Instant> until) {
        if (answer.status() < 500 && answer.status() != 429) {
            return "See whether it is still there, and whether it lets programs read it.";
        }
        return "It is asked again %s; look at that site if it goes on.".formatted(until.isPresent() ? "then" : "later");
    }

    private static Collected trouble(String fault) {
        log.warn("{}", fault);
        return new Collected(0, 0, 0, List.of(new Trouble(null, fault, true)));
    }

    /** Twice as long after each failure, up to a day. */
    private Instant next(FeedSource feed, int failures) {
        Duration backedOff = feed.interval().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration most = feed.interval().compareTo(LONGEST_BACK_OFF) > 0 ? feed.interval() : LONGEST_BACK_OFF;
        return clock.instant().plus(failures > 0 && backedOff.compareTo(most) > 0 ? most : backedOff);
    }
}
