package com.newgroktimes.digest.editions.checks;

import java.net.URI;
import java.util.Locale;

/** Addresses that only this machine can open. */
final class Loopback {

    private Loopback() {}

    static boolean is(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
