package com.newgroktimes.digest.operator.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

import com.newgroktimes.digest.mail.DomainName;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.mail.dkim.KeyRecord;

/**
 * Where the DNS has a key.
 *
 * @param domain as the DNS has it, whatever letters it was typed in
 */
record RecordName(String selector, String domain) {

    private static final String SELECTOR =
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";

    static RecordName read(Options options) throws Options.WrongUse {
        String selector = options.need("--selector");
        if (!selector.matches(SELECTOR)) {
            throw new Options.WrongUse(
                    "--selector=%s is no selector: letters, digits, dashes and dots.".formatted(selector));
        }
        return new RecordName(selector, domain(options.need("--domain")));
    }

    private static String domain(String given) throws Options.WrongUse {
        try {
            String domain = DomainName.ascii(given);
            if (DomainName.isPublicSuffix(domain)) {
                throw new Options.WrongUse(
                        "Anybody may register a name below %s, so that receivers believe no signature of it. Give the domain that mails come from."
                                .formatted(given));
            }
            return domain;
        } catch (InvalidAddress e) {
            throw new Options.WrongUse("--domain=%s is no domain name, such as example.org.".formatted(given));
        }
    }

    /** For a zone file where results are expected, and in parts for a form. */
    void print(List<String> strings, PrintStream out, PrintStream err) {
        out.printf(
                "%s. IN TXT ( %s )%n",
                this, strings.stream().map(string -> '"' + string + '"').collect(Collectors.joining(" ")));
        err.printf("""
                Publish the record above. A form that asks for its parts takes
                  name:  %s
                  type:  TXT
                  value: %s
                """, this, String.join("", strings));
    }

    @Override
    public String toString() {
        return KeyRecord.name(selector, domain);
    }
}
