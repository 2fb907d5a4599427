package com.newgroktimes.digest.stories;

/** How often a JPEG goes through its picture, by the markers in it (ITU-T T.81 B.1.1.2). */
final class JpegScans {

    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private JpegScans() {}

    static int in(byte[] jpeg) {
        int scans = 0;
        int at = 2;
        while (at + 3 < jpeg.length && !isMarker(jpeg, at, END_OF_IMAGE)) {
            scans += isMarker(jpeg, at, START_OF_SCAN) ? 1 : 0;
            at += beginsSegment(jpeg, at) ? 2 + length(jpeg, at + 2) : 1;
        }
        return scans;
    }

    private static boolean isMarker(byte[] jpeg, int at, int code) {
        return (jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == code;
    }

    /** Within a scan FF is followed by 00 or by a restart marker, and anywhere by FF that fills up. */
    private static boolean beginsSegment(byte[] jpeg, int at) {
        int code = jpeg[at + 1] & 0xFF;
        return (jpeg[at] & 0xFF) == 0xFF && code > 1 && code != 0xFF && (code < 0xD0 || code > 0xD8);
    }

    private static int length(byte[] jpeg, int at) {
        return ((jpeg[at] & 0xFF) << 8) | (jpeg[at + 1] & 0xFF);
    }
}
