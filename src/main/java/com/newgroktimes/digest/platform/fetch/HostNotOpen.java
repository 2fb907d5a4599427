package com.newgroktimes.digest.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host that we do not call. */
final class HostNotOpen extends UnknownHostException {

    HostNotOpen(String host, InetAddress address) {
        super("%s is not on the open internet. If it is a host of yours, add it to digest.fetch.allowed-hosts."
                .formatted(where(host, address)));
    }

    /** One may be named by its address. */
    private static String where(String host, InetAddress address) {
        return host.contains(":") || host.equals(address.getHostAddress())
                ? host
                : "%s is at %s, which".formatted(host, address.getHostAddress());
    }
}
