package com.newgroktimes.digest.mail.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An open line to a relay, on which one message follows another. Not for two threads. */
public final class Line {

    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LINE = 4096;
    private static final int MAX_LINES = 100;

    /** What it learnt from EHLO. Also kept because its finalizer would close the socket. */
    private final SMTPTransport library;

    private final Patience patience;
    private final Socket tcp;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Line(SMTPTransport library, Sockets sockets, Patience patience) throws IOException {
        this.library = library;
        this.patience = patience;
        tcp = sockets.tcp();
        socket = sockets.spoken();
        in = new BufferedInputStream(socket.getInputStream(), 1024);
        out = socket.getOutputStream();
    }

    public boolean offers(String extension) {
        return library.supportsExtension(extension);
    }

    /** The largest message it takes, in bytes (RFC 1870 §4), where it says so. */
    public Optional<Long> maxSize() {
        return Optional.ofNullable(library.getExtensionParameter("SIZE"))
                .filter(size -> size.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(size -> size > 0);
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
        return reply(wait);
    }

    /** Writes all of it but its last line's end, which is a part of {@link #dot}. */
    public void body(byte[] message) throws IOException {
        byte[] stuffed = DotStuffing.stuffed(message);
        int length = stuffed.length;
        boolean ended = length >= 2 && stuffed[length - 2] == '\r' && stuffed[length - 1] == '\n';
        try (var alarm = Alarm.in(patience.body(), tcp::close)) {
            out.write(stuffed, 0, ended ? length - 2 : length);
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
        return reply(patience.dot());
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
            ask("QUIT", FAREWELL);
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

    private Reply reply(Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        var lines = new ArrayList<String>();
        do {
            lines.add(line());
            if (lines.size() > MAX_LINES) {
                throw new ProtocolException("The relay's answer has no end.");
            }
        } while (lines.get(lines.size() - 1).startsWith("-", 3));
        return Reply.of(lines);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The relay closed the line.");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("The relay's answer has a line without an end.");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
