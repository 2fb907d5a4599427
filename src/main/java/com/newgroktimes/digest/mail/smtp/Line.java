package com.newgroktimes.digest.mail.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** An open line to a relay, on which one message follows another. Not for two threads. */
public final class Line {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What it learnt from EHLO. Also kept because its finalizer would close the socket. */
    private final Caller library;

    private final Patience patience;
    private final Socket tcp;
    private final Socket socket;
    private final Replies replies;
    private final Limits limits;
    private final Optional<Long> maxSize;
    private final OutputStream out;
    private long lastHeard = System.nanoTime();

    Line(Caller library, Sockets sockets, Patience patience) throws IOException {
        this.library = library;
        this.patience = patience;
        tcp = sockets.tcp();
        socket = sockets.spoken();
        replies = new Replies(socket);
        limits = new Limits(library.getExtensionParameter("LIMITS"));
        maxSize = Optional.ofNullable(library.getExtensionParameter("SIZE"))
                .filter(size -> size.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(size -> size > 0);
        out = socket.getOutputStream();
    }

    public boolean offers(String extension) {
        return library.supportsExtension(extension);
    }

    /** The largest message it takes, in bytes (RFC 1870 §4), where it says so. */
    public Optional<Long> maxSize() {
        return maxSize;
    }

    /** Whether the relay takes one more message in this session, and one for this domain (RFC 9422). */
    public boolean isOpenTo(String domain) {
        return limits.allow(domain);
    }

    public boolean isUsedUp() {
        return limits.areReached();
    }

    /** Says that a message for this domain begins, because the relay counts them. */
    public void begin(String domain) {
        limits.count(domain);
    }

    /** Whether there is somebody at the other end. Asks only where that is in doubt: relays leave without a word after some idle minutes. */
    public boolean isAlive() {
        try {
            boolean idle = System.nanoTime() - lastHeard > patience.idle().toNanos();
            return !replies.isOutOfStep()
                    && (!idle || ask("NOOP", patience.brief()).kind() == 2);
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException also where the answer is not whole or none of SMTP; the line is of no use then */
    public Reply ask(String command) throws IOException {
        return ask(command, patience.command());
    }

    public Reply askToSend() throws IOException {
        return ask("DATA", patience.go());
    }

    private Reply ask(String command, Duration wait) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return heard(wait);
    }

    private Reply heard(Duration wait) throws IOException {
        Reply reply = replies.read(wait);
        lastHeard = System.nanoTime();
        return reply;
    }

    /** As the relay counts: with the end of the last line, without added dots (RFC 1870 §5). */
    public static long size(byte[] message) {
        return message.length + (isEnded(message) ? 0 : 2);
    }

    private static boolean isEnded(byte[] message) {
        int length = message.length;
        return length >= 2 && message[length - 2] == '\r' && message[length - 1] == '\n';
    }

    /** Writes all of it but its last line's end, which is a part of {@link #dot}. */
    public void body(byte[] message) throws IOException {
        byte[] stuffed = DotStuffing.stuffed(message);
        try (var alarm = Alarm.in(patience.body(), tcp::close)) {
            out.write(stuffed, 0, isEnded(stuffed) ? stuffed.length - 2 : stuffed.length);
        }
    }

    /**
     * Ends the message. Whether it was taken is open from here to a whole answer.
     *
     * @throws NotEnded if the end did not leave us: a plain socket that refuses five bytes sent none, or not all, of them
     */
    public Reply dot() throws IOException, NotEnded {
        try {
            out.write(END);
        } catch (IOException e) {
            if (socket instanceof SSLSocket) {
                throw e; // TLS may fail after it has sent
            }
            throw new NotEnded(e);
        }
        return heard(patience.dot());
    }

    /** The end of the message was not sent, so that the relay cannot have taken it. */
    public static final class NotEnded extends Exception {
        NotEnded(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Says goodbye and waits for the answer, briefly. */
    public void close() {
        try {
            ask("QUIT", patience.brief());
        } catch (IOException gone) {
            // it need not be told any more
        }
        hangUp();
    }

    public void hangUp() {
        try {
            tcp.close();
        } catch (IOException e) {
            // it is of no use, open or closed
        }
    }

    boolean sendsAtOnce() throws IOException {
        return tcp.getTcpNoDelay();
    }
}
