package com.newgroktimes.digest.mail.smtp;

import java.util.Arrays;

/** A line that starts with a dot gets another (RFC 5321 §4.5.2). Our own bodies have none; headers of others may. */
final class DotStuffing {

    private DotStuffing() {}

    /** The same array where nothing is to be done. */
    static byte[] stuffed(byte[] message) {
        int dots = 0;
        for (int i = 0; i < message.length; i++) {
            dots += startsLine(message, i) ? 1 : 0;
        }
        return dots == 0 ? message : stuffed(message, dots);
    }

    private static byte[] stuffed(byte[] message, int dots) {
        byte[] stuffed = Arrays.copyOf(message, message.length + dots);
        int to = 0;
        for (int i = 0; i < message.length; i++) {
            if (startsLine(message, i)) {
                stuffed[to++] = '.';
            }
            stuffed[to++] = message[i];
        }
        return stuffed;
    }

    private static boolean startsLine(byte[] message, int i) {
        return message[i] == '.' && (i == 0 || message[i - 1] == '\n');
    }
}
