package com.newgroktimes.digest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A name server that says what it is told to (RFC 1035 §4.1), and nothing at all of a name that it was told nothing about. */
public final class NameServer implements AutoCloseable {

    public enum Says {
        NO_SUCH_DOMAIN(3),
        NO_MX(0),
        TEXTS(0),
        EXCHANGERS(0),
        NULL_MX(0),
        AN_MX(0),
        SERVER_FAILURE(2);

        private final int code;

        Says(int code) {
            this.code = code;
        }
    }

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, Says> told = new ConcurrentHashMap<>();
    private final Map<String, List<List<String>>> texts = new ConcurrentHashMap<>();
    private final Map<String, List<String>> exchangers = new ConcurrentHashMap<>();
    private final AtomicBoolean held = new AtomicBoolean();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public NameServer() throws IOException {
        Thread answers = new Thread(this::answer, "name server");
        answers.setDaemon(true);
        answers.start();
    }

    public NameServer of(String domain, Says says) {
        told.put(domain, says);
        return this;
    }

    /** It has these TXT records, each of the strings that it is given in; none is the name alone. */
    @SafeVarargs
    public final NameServer texts(String domain, List<String>... records) {
        texts.put(domain, List.of(records));
        return of(domain, Says.TEXTS);
    }

    /** It has these MX records, each as {@code 10 mx.example.org}. */
    public NameServer mx(String domain, String... records) {
        exchangers.put(domain, List.of(records));
        return of(domain, Says.EXCHANGERS);
    }

    /** No question is answered until it is let go. */
    public void hold() {
        held.set(true);
    }

    public void letGo() {
        held.set(false);
    }

    public String hostAndPort() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** A question that is asked again for want of an answer is the same one. */
    public int timesAsked() {
        return asked.size();
    }

    private void answer() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                asked.add(ByteBuffer.wrap(buffer).getShort() + " " + name(buffer));
                awaitLetGo();
                Says says = told.get(name(buffer));
                if (says != null) {
                    byte[] answer = answer(buffer, says);
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void awaitLetGo() {
        while (held.get() && !socket.isClosed()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static String name(byte[] question) {
        StringBuilder name = new StringBuilder();
        for (int at = 12; question[at] != 0; at += question[at] + 1) {
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        return name.toString();
    }

    /** The question again, and an MX of the name in it (0xC00C) where there is one. */
    private byte[] answer(byte[] question, Says says) throws IOException {
        int end = 12;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        List<List<String>> records = says == Says.TEXTS ? texts.getOrDefault(name(question), List.of()) : List.of();
        List<String> hosts = says == Says.EXCHANGERS ? exchangers.getOrDefault(name(question), List.of()) : List.of();
        end += 5;
        boolean mx = says == Says.NULL_MX || says == Says.AN_MX;
        ByteBuffer head = ByteBuffer.allocate(12)
                .putShort(ByteBuffer.wrap(question).getShort())
                .putShort((short) (0x8180 | says.code))
                .putShort((short) 1)
                .putShort((short) (mx ? 1 : records.size() + hosts.size()))
                .putInt(0);
        var answer = new ByteArrayOutputStream();
        answer.write(head.array());
        answer.write(question, 12, end - 12);
        if (mx) {
            byte[] host = says == Says.NULL_MX ? new byte[] {0} : new byte[] {2, 'm', 'x', (byte) 0xC0, 12};
            answer.write(new byte[] {(byte) 0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, (byte) (2 + host.length), 0, 0});
            answer.write(host);
        }
        for (List<String> record : records) {
            writeText(record, answer);
        }
        for (String host : hosts) {
            writeExchanger(host, answer);
        }
        return answer.toByteArray();
    }

    private static void writeExchanger(String record, ByteArrayOutputStream answer) throws IOException {
        int preference = Integer.parseInt(record.substring(0, record.indexOf(' ')));
        var host = new ByteArrayOutputStream();
        for (String label : record.substring(record.indexOf(' ') + 1).split("\\.")) {
            host.write(label.length());
            host.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        host.write(0);
        answer.write(new byte[] {(byte) 0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, (byte) (2 + host.size())});
        answer.write(new byte[] {(byte) (preference >> 8), (byte) preference});
        host.writeTo(answer);
    }

    private static void writeText(List<String> strings, ByteArrayOutputStream answer) throws IOException {
        int length = strings.stream().mapToInt(string -> string.length() + 1).sum();
        answer.write(
                new byte[] {(byte) 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte) (length >> 8), (byte) (length & 0xFF)});
        for (String string : strings) {
            answer.write(string.length());
            answer.write(string.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
