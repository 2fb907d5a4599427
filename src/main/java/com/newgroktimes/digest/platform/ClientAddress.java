package com.newgroktimes.digest.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network address that a request came from. Whole, it belongs in no log and no table: it prints shortened. */
public record ClientAddress(InetAddress address) {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Some proxies add the port, and Java the zone of a local address; neither is part of it. */
    private static final Pattern LITERAL = Pattern.compile("(?<four>%1$s(?:\\.%1$s){3})(?::\\d+)?".formatted(OCTET)
            + "|\\[?(?<six>[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:%[^\\]]*)?(?:\\](?::\\d+)?)?");

    /** Empty for whatever is no literal address: names are never looked up. */
    public static Optional<ClientAddress> parse(String text) {
        Matcher literal = LITERAL.matcher(text.strip());
        if (!literal.matches()) {
            return Optional.empty();
        }
        try {
            String four = literal.group("four");
            return Optional.of(
                    new ClientAddress(InetAddress.getByName(four == null ? "[" + literal.group("six") + "]" : four)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Enough for a proof, too little to tell a person: an IPv4 address's /24, an IPv6 address's /48. */
    public String shortened() {
        byte[] bytes = address.getAddress();
        return isIpv4() ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) : ipv6Network(3);
    }

    /** What one person may be behind, for limits: an IPv4 address, an IPv6 address's /64. */
    public String network() {
        return isIpv4() ? address.getHostAddress() : ipv6Network(4);
    }

    @Override
    public String toString() {
        return shortened();
    }

    private boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    private String ipv6Network(int groups) {
        byte[] bytes = address.getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < groups; i++) {
            network.append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)))
                    .append(':');
        }
        return network.append(":/").append(groups * 16).toString();
    }
}
