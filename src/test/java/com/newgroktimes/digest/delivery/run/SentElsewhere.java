package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;

import com.newgroktimes.digest.delivery.ledger.OwnConnections;

/** An edition that another node seems to be sending: this one leaves it alone, whatever state it is in. */
public final class SentElsewhere implements AutoCloseable {

    private final RunLock lock;

    public SentElsewhere(OwnConnections connections, int edition) {
        try {
            lock = RunLock.take(connections, edition).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
