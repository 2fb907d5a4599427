package com.newgroktimes.digest.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

import com.newgroktimes.digest.mail.dns.MailExchanger;

/** Whose a mail exchanger is, by its name. */
final class MailOperator {

    /** Operators who have more than one registrable domain, and what tells a part of one from the rest: by the end of the host's name. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("googlemail.com", "google.com"),
            // Outlook.com and Hotmail, for persons: one service with one set of limits
            Map.entry("olc.protection.outlook.com", "outlook.com"),
            Map.entry("gmx.com", "gmx.net"),
            Map.entry("kundenserver.de", "ionos.com"),
            Map.entry("1and1.com", "ionos.com"),
            Map.entry("1and1.co.uk", "ionos.com"),
            Map.entry("1and1.es", "ionos.com"),
            Map.entry("1and1.fr", "ionos.com"),
            Map.entry("ionos.de", "ionos.com"),
            Map.entry("ionos.es", "ionos.com"),
            Map.entry("ionos.fr", "ionos.com"),
            Map.entry("ionos.it", "ionos.com"),
            Map.entry("ionos.co.uk", "ionos.com"),
            Map.entry("ovh.ca", "ovh.net"),
            Map.entry("yandex.net", "yandex.ru"));

    /**
     * Microsoft 365, each of whose customers has an exchanger and rules of their own. One company that blocks us must not put all the
     * others aside; and where Microsoft itself asks for patience, it says so to each that we come to.
     */
    private static final Set<String> OF_EACH_CUSTOMER = Set.of(
            "mail.protection.outlook.com",
            "mail.protection.partner.outlook.cn",
            "mail.protection.office365.us",
            "mail.eo.outlook.com",
            "mx.microsoft");

    private static final Pattern NETWORK_ADDRESS = Pattern.compile(".*(^|\\.)[0-9]+");

    private MailOperator() {}

    /** None where nobody takes mail for the domain, or nobody but itself. Of hosts that are tried alike it is the first by name. */
    static Optional<String> of(String domain, List<MailExchanger> exchangers) {
        return exchangers.stream()
                .filter(exchanger -> !exchanger.isNull())
                .min(Comparator.comparingInt(MailExchanger::preference).thenComparing(MailExchanger::host))
                .flatMap(first -> ofHost(first.host(), domain));
    }

    private static Optional<String> ofHost(String host, String domain) {
        // a broken record; the list of public suffixes would take the end of an address for a domain
        if (NETWORK_ADDRESS.matcher(host).matches()) {
            return Optional.empty();
        }
        for (String end = host; !end.isEmpty(); end = end.substring(end.indexOf('.') + 1)) {
            if (OF_EACH_CUSTOMER.contains(end)) {
                return Optional.of(domain);
            }
            String known = KNOWN.get(end);
            if (known != null) {
                return Optional.of(known);
            }
            if (end.indexOf('.') < 0) {
                break;
            }
        }
        PublicSuffixMatcher suffixes = PublicSuffixMatcherLoader.getDefault();
        return Optional.ofNullable(suffixes.getDomainRoot(host));
    }
}
