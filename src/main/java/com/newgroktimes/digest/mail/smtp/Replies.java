package com.newgroktimes.digest.mail.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** What a relay says, reply by reply. It is given an end in time, in lines and in length, because relays do not always come to one. */
final class Replies {

    private static final int MAX_LINE = 4096;
    private static final int MAX_LINES = 100;

    /** By so much the socket's own time-out comes before the watch, and tells what happened without closing anything. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Socket socket;
    private final InputStream in;
    private final Watch watch;
    private final byte[] heard = new byte[1024];
    private final byte[] line = new byte[MAX_LINE];
    private int next;
    private int end;
    private long deadline;

    Replies(Socket socket, Watch watch) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.watch = watch;
    }

    /** @throws IOException also where the reply is not whole in time, or not SMTP */
    Reply read(Duration wait) throws IOException {
        deadline = System.nanoTime() + wait.toNanos();
        // below TLS each byte of a record is waited for anew, and there may be sixteen thousand
        watch.begin(wait.plus(GRACE));
        try {
            return read();
        } finally {
            watch.end();
        }
    }

    private Reply read() throws IOException {
        var lines = new ArrayList<String>(1);
        do {
            if (lines.size() == MAX_LINES) {
                throw new ProtocolException("The relay's answer has no end.");
            }
            lines.add(line());
        } while (lines.get(lines.size() - 1).startsWith("-", 3));
        return Reply.of(lines);
    }

    /** Whether it said something unasked, or is gone: whatever is read next answers another question. */
    boolean isOutOfStep() throws IOException {
        return next < end || in.available() > 0;
    }

    private String line() throws IOException {
        int length = 0;
        for (byte octet = octet(); octet != '\n'; octet = octet()) {
            if (length == MAX_LINE) {
                throw new ProtocolException("The relay's answer has a line without an end.");
            }
            line[length++] = octet;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }

    private byte octet() throws IOException {
        if (next == end) {
            listen();
        }
        return heard[next++];
    }

    private void listen() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout(Math.toIntExact(left));
        int count = heard();
        if (count < 0) {
            throw new EOFException("The relay closed the line.");
        }
        next = 0;
        end = count;
    }

    private int heard() throws IOException {
        try {
            return in.read(heard);
        } catch (IOException e) {
            if (deadline - System.nanoTime() > 0) {
                throw e;
            }
            throw new SocketTimeoutException(); // whoever closed the line then
        }
    }
}
