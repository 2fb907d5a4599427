package com.newgroktimes.digest.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

import com.newgroktimes.digest.mail.dns.MailExchanger;
import com.newgroktimes.digest.mail.dns.Resolver;

/**
 * Who takes the mail of a domain: whoever operates its mail exchangers, which many domains may share. Nobody waits for the DNS. It is
 * asked by a few threads of its own, and until it has answered, a domain is its own operator.
 */
public final class MailOperators implements AutoCloseable {

    private static final int TRIES = 2;
    private static final int THREADS = 8;
    private static final int MOST_KNOWN = 50_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What is mentioned while so many are asked for is asked for when it is mentioned again. */
    static final int MOST_ASKED = 1_000;

    /** For how long an operator is believed, that there is none, and that nothing is known. */
    static final Duration FOUND = Duration.ofHours(6);

    static final Duration NONE = Duration.ofMinutes(30);
    static final Duration NO_ANSWER = Duration.ofMinutes(5);

    private final boolean asks;
    private final Resolver dns;
    private final Clock clock;
    private final Map<String, Known> known;
    private final Set<String> asked = new HashSet<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
                Thread asking = new Thread(work, "mail operators");
                asking.setDaemon(true);
                return asking;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // once it is closed

    private record Known(String operator, Instant until) {}

    /** @param asks whether the DNS is asked at all; else each domain is its own operator */
    public MailOperators(boolean asks, Resolver dns, Clock clock) {
        this(asks, dns, clock, MOST_KNOWN);
    }

    MailOperators(boolean asks, Resolver dns, Clock clock, int mostKnown) {
        this.asks = asks;
        this.dns = dns;
        this.clock = clock;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > mostKnown;
            }
        };
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The registrable domain of the host that gets the domain's mail first, such as {@code google.com}; the domain itself where that is
     * not known yet, or it has no such host. What was found once holds until the DNS says otherwise: a DNS that is away tears nobody
     * from their operator.
     *
     * @param domain in A-labels
     */
    public String of(String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        if (!asks) {
            return name;
        }
        Optional<Known> last;
        boolean toBeAsked;
        synchronized (this) {
            last = Optional.ofNullable(known.get(name));
            toBeAsked = last.filter(it -> it.until().isAfter(clock.instant())).isEmpty()
                    && asked.size() < MOST_ASKED
                    && asked.add(name);
        }
        if (toBeAsked) {
            threads.execute(() -> ask(name));
        }
        return last.map(Known::operator).orElse(name);
    }

    /** Whether an answer is still to come, and to be kept. */
    synchronized boolean isAsking() {
        return !asked.isEmpty();
    }

    private void ask(String domain) {
        Optional<Known> found = Optional.empty();
        try {
            found = Optional.of(answer(domain));
        } catch (NamingException noAnswer) {
            // the domain is asked for again when it is mentioned after a while
        } finally {
            keep(domain, found);
        }
    }

    private Known answer(String domain) throws NamingException {
        Instant now = clock.instant();
        try {
            List<MailExchanger> exchangers = dns.mailExchangers(domain, TRIES);
            return MailOperator.of(domain, exchangers)
                    .map(operator -> new Known(operator, now.plus(FOUND)))
                    .orElseGet(() -> new Known(domain, now.plus(NONE)));
        } catch (NameNotFoundException noSuchDomain) {
            return new Known(domain, now.plus(NONE));
        }
    }

    private synchronized void keep(String domain, Optional<Known> found) {
        Known last = known.getOrDefault(domain, new Known(domain, Instant.MIN));
        known.put(
                domain,
                found.orElseGet(() -> new Known(last.operator(), clock.instant().plus(NO_ANSWER))));
        asked.remove(domain);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
