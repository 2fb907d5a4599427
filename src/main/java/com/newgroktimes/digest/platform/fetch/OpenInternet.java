package com.newgroktimes.digest.platform.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

import com.newgroktimes.digest.platform.Network;

/** Which addresses anybody may ask, by IANA's registries of special-purpose addresses. All others lead into somebody's house. */
final class OpenInternet {

    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32"); // where Azure tells a machine its secrets

    private static final Network OPEN_6 = Network.valueOf("2000::/3");
    private static final List<Network> CLOSED_6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private OpenInternet() {}

    static boolean has(InetAddress address) {
        boolean open = address instanceof Inet4Address
                ? CLOSED.stream().noneMatch(network -> network.contains(address))
                : OPEN_6.contains(address) && CLOSED_6.stream().noneMatch(network -> network.contains(address));
        return open && !isOurs(address);
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static List<Network> networks(String... networks) {
        return Stream.of(networks).map(Network::valueOf).toList();
    }
}
