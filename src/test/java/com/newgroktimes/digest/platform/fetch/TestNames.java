package com.newgroktimes.digest.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.hc.client5.http.DnsResolver;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;

/**
 * A name server of our own: {@code site.test} is here, of {@code unsure.test} it says nothing, and any other name under
 * {@code .test} that it does not list is nobody's.
 */
public final class TestNames implements DnsResolver {

    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "site.test", List.of("127.0.0.1"),
            "inner.test", List.of("127.0.0.1"),
            "mixed.test", List.of("8.8.8.8", "127.0.0.1"));

    /** Asks by these names, {@code site.test} though it is here. */
    public static GuardedFetch fetch() {
        return new GuardedFetch(
                new GuardedResolver(List.of(HostName.valueOf("site.test")), new TestNames()),
                PUBLICATION,
                GuardedFetch.Bounds.USUAL);
    }

    /** The same, of more patience than anybody has; {@code site1.test} to {@code site20.test} may be asked too. */
    public static GuardedFetch patient() {
        return of(new GuardedFetch.Bounds(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(1)));
    }

    /** The same as the patient one, of little patience: for sites that say nothing, or nothing but a byte at a time. */
    public static GuardedFetch hasty() {
        return of(new GuardedFetch.Bounds(Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofSeconds(3)));
    }

    private static GuardedFetch of(GuardedFetch.Bounds bounds) {
        List<HostName> allowed = IntStream.rangeClosed(0, 20)
                .mapToObj(n -> HostName.valueOf(n == 0 ? "site.test" : "site" + n + ".test"))
                .toList();
        return new GuardedFetch(new GuardedResolver(allowed, new TestNames()), PUBLICATION, bounds);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<String> known = host.matches("site\\d+\\.test") ? ADDRESSES.get("site.test") : ADDRESSES.get(host);
        if (known == null && host.endsWith(".test")) {
            throw new UnknownHostException(host
                    + (host.startsWith("unsure")
                            ? ": Temporary failure in name resolution"
                            : ": Name or service not known"));
        }
        var addresses = new ArrayList<InetAddress>();
        for (String address : known == null ? List.of(host) : known) {
            addresses.add(InetAddress.getByName(address));
        }
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
