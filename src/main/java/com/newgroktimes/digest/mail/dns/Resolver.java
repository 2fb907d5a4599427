package com.newgroktimes.digest.mail.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * Asks the DNS, and waits for the answer: a second in the first try, twice as long in each after it. No answer, and one of a server in
 * trouble, is a {@link NamingException}; that there is no such name is a {@link javax.naming.NameNotFoundException}.
 */
public final class Resolver {

    /** How a server is named: by a name or an address, perhaps with a port. */
    public static final String SERVER = "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])"
            + "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** JNDI tells a record's strings apart by blanks, and puts quotes around those that hold one. */
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^ ]+)");

    private final String provider;
    private final Duration firstWait;

    private Resolver(String provider, Duration firstWait) {
        this.provider = provider;
        this.firstWait = firstWait;
    }

    /** As the machine asks. */
    public static Resolver ofTheSystem() {
        return new Resolver("dns:", FIRST_WAIT);
    }

    /** @param server as {@link #SERVER} has it */
    public static Resolver of(String server) {
        return of(server, FIRST_WAIT);
    }

    /** @param firstWait how long the answer to the first try is waited for */
    public static Resolver of(String server, Duration firstWait) {
        return new Resolver("dns://" + server, firstWait);
    }

    /** The TXT records of a name, each as one text. None where there is the name alone. */
    public List<String> texts(String name, int tries) throws NamingException {
        return records(name, "TXT", tries).stream().map(Resolver::joined).toList();
    }

    /** The MX records of a domain, in no order. None where there is the name alone. */
    public List<MailExchanger> mailExchangers(String domain, int tries) throws NamingException {
        return records(domain, "MX", tries).stream().map(MailExchanger::parse).toList();
    }

    // It asks the DNS alone, and reads text from it, never objects; and JNDI takes its settings in no other table.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private List<String> records(String name, String type, int tries) throws NamingException {
        Hashtable<String, String> how = new Hashtable<>(Map.of(
                Context.INITIAL_CONTEXT_FACTORY,
                "com.sun.jndi.dns.DnsContextFactory",
                Context.PROVIDER_URL,
                provider,
                "com.sun.jndi.dns.timeout.initial",
                String.valueOf(firstWait.toMillis()),
                "com.sun.jndi.dns.timeout.retries",
                String.valueOf(tries)));
        InitialDirContext dns = new InitialDirContext(how);
        try {
            Attribute records = dns.getAttributes(name, new String[] {type}).get(type);
            return records == null ? List.of() : each(records.getAll());
        } finally {
            dns.close();
        }
    }

    private static List<String> each(NamingEnumeration<?> records) throws NamingException {
        var each = new ArrayList<String>();
        while (records.hasMore()) {
            each.add(String.valueOf(records.next()));
        }
        return each;
    }

    private static String joined(String record) {
        var text = new StringBuilder();
        for (Matcher string = STRING.matcher(record); string.find(); ) {
            text.append(
                    string.group(1) == null ? string.group(2) : string.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return text.toString();
    }
}
