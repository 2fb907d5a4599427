package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * What goes to the relay. However little it is, it may have nowhere to go where the relay reads nothing, and sockets know no time-out for
 * that: the watch frees whoever writes for longer than the relay may take for a message.
 */
final class Outgoing extends OutputStream {

    private final OutputStream socket;
    private final Watch watch;
    private final Deadline deadline;
    private final Duration patience;

    Outgoing(OutputStream socket, Watch watch, Deadline deadline, Duration patience) {
        this.socket = socket;
        this.watch = watch;
        this.deadline = deadline;
        this.patience = patience;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch.begin(deadline.most(patience));
        try {
            socket.write(bytes, offset, length);
        } finally {
            watch.end();
        }
    }
}
