package com.newgroktimes.digest.subscribers.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether a domain says that it takes no mail: there is no such domain, or its MX is null (RFC 7505). A domain without an MX takes mail
 * all the same (RFC 5321 §5.1), and what cannot be known in a second is no reason to turn somebody away.
 */
@Component
public class MailDomains {

    private static final String SYSTEM = "dns:";
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String ONE_SECOND = "1000";

    /** However slow the DNS is, it holds no more than a few of those who sign up. */
    private final Semaphore atOnce = new Semaphore(8);

    private final Map<String, Known> remembered = new ConcurrentHashMap<>();
    private final boolean asked;
    private final String resolver;
    private final Clock clock;

    private record Known(boolean takesMail, Instant until) {}

    @Autowired
    MailDomains(AdmissionSettings settings, Clock clock) {
        this(settings.dnsCheck(), SYSTEM, clock);
    }

    /** @param resolver {@code dns://host:port} */
    public MailDomains(boolean asked, String resolver, Clock clock) {
        this.asked = asked;
        this.resolver = resolver;
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

    // It asks the DNS alone, and reads text from it, never objects; and JNDI takes its settings in no other table.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private boolean saysThatItTakesMail(String domain) throws NamingException {
        Hashtable<String, String> how = new Hashtable<>(Map.of(
                Context.INITIAL_CONTEXT_FACTORY,
                "com.sun.jndi.dns.DnsContextFactory",
                Context.PROVIDER_URL,
                resolver,
                "com.sun.jndi.dns.timeout.initial",
                ONE_SECOND,
                "com.sun.jndi.dns.timeout.retries",
                "1"));
        InitialDirContext dns = new InitialDirContext(how);
        try {
            return !isNull(dns.getAttributes(domain, new String[] {"MX"}).get("MX"));
        } catch (NameNotFoundException noSuchDomain) {
            return false;
        } finally {
            dns.close();
        }
    }

    /** RFC 7505 §3: one record alone, whose host is the root. */
    private static boolean isNull(@Nullable Attribute mx) throws NamingException {
        if (mx == null || mx.size() != 1) {
            return false;
        }
        NamingEnumeration<?> records = mx.getAll();
        return String.valueOf(records.next()).endsWith(" .");
    }
}
