package com.newgroktimes.digest.mail.dkim;

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

import org.jspecify.annotations.Nullable;

/** The TXT records of the DNS. */
public final class TextRecords {

    private static final String TXT = "TXT";

    /** JNDI tells a record's strings apart by blanks, and puts quotes around those that hold one. */
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^ ]+)");

    private final String resolver;

    private TextRecords(String resolver) {
        this.resolver = resolver;
    }

    /** As the machine asks. */
    public static TextRecords ofTheSystem() {
        return new TextRecords("dns:");
    }

    /** @param server a name or address, perhaps with a port */
    public static TextRecords of(String server) {
        return new TextRecords("dns://" + server);
    }

    /**
     * Each as one text. None where there is the name alone.
     *
     * @throws javax.naming.NameNotFoundException where there is no such name; any other, where that is not known
     */
    // It asks the DNS alone, and reads text from it, never objects; and JNDI takes its settings in no other table.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    List<String> of(String name, int waitMillis) throws NamingException {
        Hashtable<String, String> how = new Hashtable<>(Map.of(
                Context.INITIAL_CONTEXT_FACTORY,
                "com.sun.jndi.dns.DnsContextFactory",
                Context.PROVIDER_URL,
                resolver,
                "com.sun.jndi.dns.timeout.initial",
                String.valueOf(waitMillis),
                "com.sun.jndi.dns.timeout.retries",
                "2"));
        InitialDirContext dns = new InitialDirContext(how);
        try {
            return texts(dns.getAttributes(name, new String[] {TXT}).get(TXT));
        } finally {
            dns.close();
        }
    }

    private static List<String> texts(@Nullable Attribute records) throws NamingException {
        var texts = new ArrayList<String>();
        if (records != null) {
            for (NamingEnumeration<?> each = records.getAll(); each.hasMore(); ) {
                texts.add(joined(String.valueOf(each.next())));
            }
        }
        return texts;
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
