package com.newgroktimes.digest.mail.dkim;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.mail.dns.Resolver;

/**
 * Looks every minute whether a key was replaced, and asks the DNS what receivers would find: at the start, after each change, every ten
 * minutes, and every minute where it did not answer.
 */
final class KeyWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final int LOOKS_BETWEEN_QUESTIONS = 10;
    private static final int TRIES = 2;

    private final String domain;
    private final KeyRing keys;
    private final Resolver dns;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watching = new Thread(work, "dkim");
        watching.setDaemon(true);
        return watching;
    });

    private final Map<SigningKey, Fit> fits = new HashMap<>();
    private int looks;

    KeyWatch(String domain, KeyRing keys, Resolver dns) {
        this.domain = domain;
        this.keys = keys;
        this.dns = dns;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing is thrown in it
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is known now, without asking anybody. */
    synchronized List<PublishedKey> last() {
        List<SigningKey> signing = keys.signing();
        return keys.all().stream()
                .map(key -> new PublishedKey(
                        KeyRecord.name(key.selector(), domain),
                        key.bits(),
                        signing.contains(key),
                        fits.getOrDefault(key, Fit.NOT_ASKED),
                        keys.fault(key)))
                .toList();
    }

    private void look() {
        try {
            keys.readAgain();
            if (looks++ % LOOKS_BETWEEN_QUESTIONS == 0 || isAnythingUnknown()) {
                ask();
            }
        } catch (RuntimeException fault) {
            log.error("The DKIM keys could not be looked after. It is tried again in a minute.", fault);
        }
    }

    private boolean isAnythingUnknown() {
        return last().stream().anyMatch(key -> !key.fit().isKnown());
    }

    void ask() {
        keys.readAgain();
        for (SigningKey key : keys.all()) {
            take(key, ask(key));
        }
        synchronized (this) {
            fits.keySet().retainAll(keys.all());
        }
    }

    private Fit ask(SigningKey key) {
        try {
            return KeyRecord.fit(dns.texts(KeyRecord.name(key.selector(), domain), TRIES), key);
        } catch (NameNotFoundException e) {
            return Fit.NO_SUCH_NAME;
        } catch (NamingException e) {
            return Fit.NO_ANSWER;
        }
    }

    private void take(SigningKey key, Fit fit) {
        Fit before;
        synchronized (this) {
            before = fits.getOrDefault(key, Fit.NOT_ASKED);
            fits.put(key, fit);
        }
        if (fit.isKnown()) {
            keys.known(key, fit.mayPass());
        }
        if (fit != before && !fit.mayPass()) {
            log.warn(
                    "Receivers cannot verify what the DKIM key {} signs: at {} the DNS has {}. What to do is among the checks of"
                            + " every edition.",
                    key.selector(),
                    KeyRecord.name(key.selector(), domain),
                    fit.words());
        } else if (!before.mayPass() && fit.isKnown()) {
            log.info("The DNS has the DKIM key {} now, at {}.", key.selector(), KeyRecord.name(key.selector(), domain));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
