package com.newgroktimes.digest.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks at every address of a host before one of them is called, and gives no other: a name that leads elsewhere a moment later
 * is not asked again.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final Set<HostName> allowed;

    GuardedResolver(List<HostName> allowed) {
        this(allowed, SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedResolver(List<HostName> allowed, DnsResolver names) {
        this.names = names;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!allowed.contains(HostName.valueOf(host))) {
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
}
