package com.newgroktimes.digest.delivery.run;

/**
 * How many of a run's connections one destination may hold while others wait: so many times its share of what was read lately, so that
 * one that is slow to answer cannot hold them all. Not for two threads.
 */
final class Shares {

    private final int connections;
    private long read;

    Shares(int connections) {
        this.connections = connections;
    }

    int all() {
        return connections;
    }

    void countsRead(Destination destination) {
        read++;
        destination.countsRead();
    }

    /** What has been read in all. */
    long read() {
        return read;
    }

    void fade(long left) {
        read = left;
    }

    /**
     * @param times how often its share
     * @param least of the smallest
     */
    int most(Destination destination, int times, int least) {
        if (destination.read() == read) {
            return connections; // there are no others
        }
        double share = (double) destination.read() / read;
        int forOthers = Math.max(1, (int) Math.ceil(connections * (1 - share) / 2));
        int fair = Math.max(least, (int) Math.ceil(times * share * connections));
        return Math.max(1, Math.min(fair, connections - forOthers));
    }
}
