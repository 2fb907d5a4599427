package com.newgroktimes.digest.delivery.run;

/** Why a relay is left alone for a while. */
enum RelayTrouble {
    /** It cannot be reached, or takes no line. */
    AWAY(
            "%s is away. It is asked again until it is back, and nobody loses a try. Its last word: %s",
            "%s has been away for too long: see whether it runs. Its last word: %s"),

    /** It takes lines, and message after message ends without an answer. */
    BREAKS_OFF(
            "%s breaks off in the middle of messages. It is tried ever more rarely, with one at a time, until it accepts one: find out"
                    + " what cuts its lines. The last time: %s",
            "%s has broken off in the middle of each message for too long: find out what cuts its lines. The last time: %s"),

    /** It answers, and wants nothing now, whomever it is for. */
    PUTS_OFF(
            "%s puts off whatever it gets. It is tried ever more rarely, with one message at a time, until it accepts one. It says: %s",
            "%s has put off whatever it got for too long: find out what it is short of. It says: %s");

    private final String told;
    private final String toldAtTheEnd;

    RelayTrouble(String told, String toldAtTheEnd) {
        this.told = told;
        this.toldAtTheEnd = toldAtTheEnd;
    }

    /**
     * In whole sentences.
     *
     * @param relay with a capital
     */
    String told(String relay, String lastWord) {
        return told.formatted(relay, lastWord);
    }

    /** The same for one of which nothing more is expected. */
    String toldAtTheEnd(String relay, String lastWord) {
        return toldAtTheEnd.formatted(relay, lastWord);
    }
}
