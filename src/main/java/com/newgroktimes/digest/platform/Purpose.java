package com.newgroktimes.digest.platform;

/** What a signed link is for. A link made for one purpose opens no other door. */
public record Purpose(String name, Dating dating) {

    /** How much of the moment of issue is part of the link, for links that grow old. */
    public enum Dating {
        UNDATED(1, 0),
        TO_THE_HOUR(2, 3_600),
        TO_THE_SECOND(3, 1);

        /** The first byte of such a token: it tells how long the token is, and what its date counts. */
        final byte layout;

        final int seconds;

        Dating(int layout, int seconds) {
            this.layout = (byte) layout;
            this.seconds = seconds;
        }
    }

    /** For links that work for ever. */
    public static Purpose undated(String name) {
        return new Purpose(name, Dating.UNDATED);
    }

    /** For links that work for days: the same one can be made again within the hour. */
    public static Purpose toTheHour(String name) {
        return new Purpose(name, Dating.TO_THE_HOUR);
    }

    /** For links that work for an hour, and not for nearly two. */
    public static Purpose toTheSecond(String name) {
        return new Purpose(name, Dating.TO_THE_SECOND);
    }

    boolean dated() {
        return dating != Dating.UNDATED;
    }
}
