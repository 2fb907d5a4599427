package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.LinkAnswer.Outcome;

/**
 * Follows the links of stories, to see whether readers can. One host is asked one thing at a time, and all of it ends soon: what was
 * not asked by then is asked first the next time.
 */
@Component
public class LinksElsewhere {

    private static final Duration FINE_FOR = Duration.ofHours(6);
    /** A name server's no is remembered by everybody on the way, us included. */
    private static final Duration NO_HOST_FOR = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final int HOSTS_AT_ONCE = 8;

    private final LinkAnswers answers;
    private final LinkVisits visits;
    private final Clock clock;
    private final Duration atMost;

    @Autowired
    LinksElsewhere(LinkAnswers answers, LinkVisits visits, Clock clock) {
        this(answers, visits, clock, AT_MOST);
    }

    LinksElsewhere(LinkAnswers answers, LinkVisits visits, Clock clock, Duration atMost) {
        this.answers = answers;
        this.visits = visits;
        this.clock = clock;
        this.atMost = atMost;
    }

    /** Whether it is ever followed. Names that stand for hosts in samples lead nowhere (RFC 2606). */
    public boolean follows(String url) {
        return visits.address(url).isPresent();
    }

    /** What was last said of each, by address; nothing of those that were not asked within a day. */
    public Map<String, LinkAnswer> last(Collection<String> urls) {
        return answers.since(clock.instant().minus(KEPT), urls);
    }

    /**
     * Follows those of which no good is known from a few hours before. Other sites take their time: never to be called inside a
     * transaction.
     */
    public synchronized void follow(Collection<String> urls) {
        Map<String, LinkAnswer> known = last(urls);
        Map<String, List<String>> byHost = urls.stream()
                .distinct()
                .filter(url -> !known.containsKey(url) || isToBeAskedAgain(known.get(url)))
                .filter(this::follows)
                .sorted(Comparator.comparing(url -> Optional.ofNullable(known.get(url))
                        .map(LinkAnswer::askedAt)
                        .orElse(Instant.MIN)))
                .collect(Collectors.groupingBy(
                        url -> visits.address(url).orElseThrow().getAuthority(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (!byHost.isEmpty()) {
            ask(byHost.values()).forEach(answers::write);
        }
        answers.forgetBefore(clock.instant().minus(KEPT));
    }

    private boolean isToBeAskedAgain(LinkAnswer last) {
        Duration age = Duration.between(last.askedAt(), clock.instant());
        return switch (last.outcome()) {
            case FINE -> age.compareTo(FINE_FOR) > 0;
            case NO_HOST -> age.compareTo(NO_HOST_FOR) > 0;
            case ROUNDABOUT, SLOW, GONE, UNPROVEN, UNTOLD, SILENT, CLOSED -> true;
        };
    }

    private Collection<LinkAnswer> ask(Collection<List<String>> hosts) {
        Map<String, LinkAnswer> come = new ConcurrentHashMap<>();
        long until = System.nanoTime() + atMost.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(hosts.size(), HOSTS_AT_ONCE), work -> {
            var thread = new Thread(work, "link-visits");
            thread.setDaemon(true);
            return thread;
        });
        try {
            // Ends those who are still waiting for a name server too, which nothing else does.
            threads.invokeAll(
                    hosts.stream().map(urls -> turn(urls, until, come)).toList(),
                    atMost.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(come.values());
    }

    private Callable<Void> turn(List<String> urls, long until, Map<String, LinkAnswer> come) {
        return () -> {
            @Nullable Outcome ofAll = null;
            for (String url : urls) {
                Duration left = Duration.ofNanos(until - System.nanoTime());
                if (left.isNegative()) {
                    break;
                }
                // Whoever said nothing once would cost each of its links the same wait.
                if (ofAll != null) {
                    come.put(url, answer(url, ofAll));
                } else {
                    come.put(url, answer(url, Outcome.SILENT)); // until something comes
                    LinkVisits.Visited visited = visits.pay(url, left);
                    ofAll = visited.isOfWholeHost() ? visited.answer().outcome() : null;
                    come.put(url, visited.answer());
                }
            }
            return null;
        };
    }

    private LinkAnswer answer(String url, Outcome outcome) {
        return new LinkAnswer(url, outcome, 0, clock.instant());
    }
}
