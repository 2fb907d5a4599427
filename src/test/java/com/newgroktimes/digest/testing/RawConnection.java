package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Says what no HTTP client would: each byte as it is given. */
public final class RawConnection {

    private static final String REST = "Host: localhost\r\nConnection: close\r\n\r\n";

    private final int port;

    public RawConnection(int port) {
        this.port = port;
    }

    /** What came back, whole. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        /** Empty where there is none. */
        public String header(String name) {
            return List.of(head.split("\r\n")).stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param lines request line and headers, without the ones that every request needs */
    public Answer asks(String... lines) {
        return says(String.join("\r\n", lines) + "\r\n" + REST);
    }

    /** The chunks without their lengths, up to the last one, which has none (RFC 9112 §7.1). */
    private static String joined(String chunks) {
        StringBuilder joined = new StringBuilder();
        String rest = chunks;
        while (true) {
            int end = rest.indexOf("\r\n");
            int length = Integer.parseInt(rest.substring(0, end), 16);
            if (length == 0) {
                return joined.toString();
            }
            joined.append(rest, end + 2, end + 2 + length);
            rest = rest.substring(end + 2 + length + 2);
        }
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    /** Says it, and then no more. */
    public Answer says(String everything) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(everything.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String[] answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1).split("\r\n\r\n", 2);
            String body = answer.length < 2 ? "" : answer[1];
            return new Answer(answer[0], text(answer[0].contains("Transfer-Encoding: chunked") ? joined(body) : body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
