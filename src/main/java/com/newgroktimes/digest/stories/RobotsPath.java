package com.newgroktimes.digest.stories;

import java.nio.charset.StandardCharsets;

/**
 * Paths in the one form in which they are compared (RFC 9309 §2.2.2): octets that every address may have stand for themselves, all others are
 * escaped, and the reserved ones stay as they are written.
 */
final class RobotsPath {

    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!&'()+,;=";

    private RobotsPath() {}

    /** Of a page: §2.2.3 has stars and dollar signs mean themselves there, as they do in a rule where they are escaped. */
    static String ofPage(String path) {
        return compared(path);
    }

    /** Of a rule, where any star is a wildcard, and a dollar sign at the end is the end. */
    static String ofRule(String path) {
        boolean toTheEnd = path.endsWith("$");
        String[] parts = (toTheEnd ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = compared(parts[i]);
        }
        return String.join("*", parts) + (toTheEnd ? "$" : "");
    }

    private static String compared(String path) {
        byte[] octets = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder compared = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int escaped = octets[i] == '%' ? escaped(octets, i + 1) : -1;
            if (escaped >= 0) {
                append(compared, escaped, isUnreserved(escaped));
                i += 2;
            } else {
                int octet = octets[i] & 0xFF;
                append(compared, octet, isUnreserved(octet) || RESERVED.indexOf(octet) >= 0);
            }
        }
        return compared.toString();
    }

    /** Below nothing where no two digits stand there. */
    private static int escaped(byte[] octets, int at) {
        if (at + 1 >= octets.length) {
            return -1;
        }
        int high = Character.digit(octets[at], 16);
        int low = Character.digit(octets[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static void append(StringBuilder compared, int octet, boolean asItself) {
        compared.append(asItself ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
    }
}
