package com.newgroktimes.digest.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks at every address of a host before one of them is called, and gives no other: a name that leads elsewhere a moment later
 * is not asked again.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final Set<String> allowed;

    GuardedResolver(List<String> allowed) {
        this(allowed, SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedResolver(List<String> allowed, DnsResolver names) {
        this.names = names;
        this.allowed = allowed.stream().map(GuardedResolver::plain).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!allowed.contains(plain(host))) {
            for (InetAddress address : addresses) {
                if (!OpenInternet.has(address)) {
                    throw new HostNotOpen(host, address);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String plain(String host) {
        return Stream.of(host.toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("[") ? name.substring(1, name.length() - 1) : name)
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .collect(Collectors.joining());
    }
}
