package com.newgroktimes.digest.subscribers.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.dns.MailExchanger;
import com.newgroktimes.digest.mail.dns.Resolver;

/**
 * Whether a domain says that it takes no mail: there is no such domain, or its MX is null (RFC 7505). A domain without an MX takes mail
 * all the same (RFC 5321 §5.1), and what cannot be known in a second is no reason to turn somebody away.
 */
@Component
public class MailDomains {

    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST_REMEMBERED = 10_000;

    /** However slow the DNS is, it holds no more than a few of those who sign up. */
    private final Semaphore atOnce = new Semaphore(8);

    private final Map<String, Known> remembered = new ConcurrentHashMap<>();
    private final boolean asked;
    private final Resolver dns;
    private final Clock clock;

    private record Known(boolean takesMail, Instant until) {}

    @Autowired
    MailDomains(AdmissionSettings settings, Clock clock) {
        this(settings.dnsCheck(), Resolver.ofTheSystem(), clock);
    }

    public MailDomains(boolean asked, Resolver dns, Clock clock) {
        this.asked = asked;
        this.dns = dns;
        this.clock = clock;
    }

    /** False where nobody is asked, or nobody answers. */
    public boolean takesNoMail(String domain) {
        if (!asked) {
            return false;
        }
        Known known = remembered.get(domain);
        if (known != null && known.until().isAfter(clock.instant())) {
            return !known.takesMail();
        }
        if (!atOnce.tryAcquire()) {
            return false;
        }
        try {
            return !remember(domain, saysThatItTakesMail(domain));
        } catch (NamingException noAnswer) {
            return false;
        } finally {
            atOnce.release();
        }
    }

    private boolean remember(String domain, boolean takesMail) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(domain, new Known(takesMail, clock.instant().plus(REMEMBERED)));
        return takesMail;
    }

    private boolean saysThatItTakesMail(String domain) throws NamingException {
        try {
            List<MailExchanger> exchangers = dns.mailExchangers(domain, 1);
            return exchangers.size() != 1 || !exchangers.get(0).isNull();
        } catch (NameNotFoundException noSuchDomain) {
            return false;
        }
    }
}
