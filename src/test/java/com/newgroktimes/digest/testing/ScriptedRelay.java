package com.newgroktimes.digest.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import com.icegreen.greenmail.util.GreenMail;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that says what it is told to. The steps are {@code GREETING}, {@code DOT} and the verbs; what is not scripted
 * for a step is answered well. Answers are written in ISO 8859-1, which is not what we read them in.
 */
public final class ScriptedRelay implements AutoCloseable {

    /** At the end of an answer, or in place of one: the line is closed, without the answer's CRLF. */
    public static final String CUT = "\u0000";

    /** In place of an answer: nothing is said, and the line stays. */
    public static final String SILENCE = "\u0001";

    private static final Map<String, String> GOOD = Map.of(
            "GREETING", "220 scripted",
            "EHLO", "250 scripted",
            "HELO", "250 scripted",
            "AUTH", "235 2.7.0 in",
            "DATA", "354 go",
            "DOT", "250 2.0.0 taken",
            "QUIT", "221 bye");

    private static final String END = "\r\n.\r\n";

    /** A certificate that nobody vouches for. */
    private static final SSLContext CERTIFIED = certified();

    private final SSLContext certified;
    private final ServerSocket server;
    private final Thread door;
    private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
    private final Map<String, String> always = new ConcurrentHashMap<>();
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    private final Map<String, String> torrents = new ConcurrentHashMap<>();
    private final Map<String, Duration> dribbles = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int appetite = Integer.MAX_VALUE;
    private volatile boolean leavesWhenFull;
    private volatile Semaphore room = new Semaphore(Integer.MAX_VALUE);
    private volatile int endBytesRead = END.length();
    private volatile boolean pipelines;
    private volatile boolean securedFromTheStart;

    public ScriptedRelay() {
        this(CERTIFIED);
    }

    public ScriptedRelay(Certificate certificate) throws GeneralSecurityException {
        this(certificate.server());
    }

    private ScriptedRelay(SSLContext certified) {
        this(certified, ProcessSettings.freePort());
    }

    /** In the place of another one that has gone away. */
    public static ScriptedRelay at(int port) {
        return new ScriptedRelay(CERTIFIED, port);
    }

    private ScriptedRelay(SSLContext certified, int port) {
        this.certified = certified;
        try {
            server = new ServerSocket();
            // small, so that a message which is not read has nowhere to go
            server.setReceiveBufferSize(4096);
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door = inBackground(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What it says the first, second, … time that it comes to this step; {@code ""} is the usual. */
    public ScriptedRelay answers(String step, String... answers) {
        script.put(step, new ConcurrentLinkedQueue<>(List.of(answers)));
        return this;
    }

    /** What it says whenever it comes to this step and nothing else was scripted. */
    public ScriptedRelay alwaysAnswers(String step, String answer) {
        always.put(step, answer);
        return this;
    }

    /** It offers PIPELINING, unless another answer to EHLO was scripted. */
    public ScriptedRelay pipelines(boolean pipelines) {
        this.pipelines = pipelines;
        return this;
    }

    /** Nothing is said without TLS, as at port 465. */
    public ScriptedRelay securedFromTheStart() {
        securedFromTheStart = true;
        return this;
    }

    public ScriptedRelay takesItsTime(String step, Duration pause) {
        pauses.put(step, pause);
        return this;
    }

    /** It says each byte of its answer for itself, with a pause before it. */
    public ScriptedRelay dribbles(String step, Duration pause) {
        dribbles.put(step, pause);
        return this;
    }

    /** It says this again and again, and nothing else. */
    public ScriptedRelay neverEnds(String step, String torrent) {
        torrents.put(step, torrent);
        return this;
    }

    /** It leaves when it has read so many of the five bytes that end a message. */
    public ScriptedRelay leavesInsideTheEnd(int bytesOfEnd) {
        endBytesRead = bytesOfEnd;
        return this;
    }

    /** It says so to whoever would be one more. */
    public ScriptedRelay takesAtOnce(int connections) {
        room = new Semaphore(connections);
        return this;
    }

    public ScriptedRelay leavesAfterReading(int bytesOfMessage) {
        appetite = bytesOfMessage;
        leavesWhenFull = true;
        return this;
    }

    public ScriptedRelay stallsAfterReading(int bytesOfMessage) {
        appetite = bytesOfMessage;
        return this;
    }

    public List<String> commands() {
        return commands;
    }

    /** Without EHLO and QUIT. */
    public List<String> verbs() {
        return commands.stream()
                .map(ScriptedRelay::verb)
                .filter(verb -> !verb.equals("EHLO") && !verb.equals("QUIT"))
                .toList();
    }

    public int connections() {
        return lines.size();
    }

    /** As they crossed the wire, up to the line with the dot; empty ones are none. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket line : lines) {
                line.close();
            }
            door.join(); // nobody else can have the port before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread inBackground(Runnable work) {
        var thread = new Thread(work, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                Socket line = server.accept();
                lines.add(line);
                if (closed.getCount() == 0) {
                    line.close(); // it came while we closed
                } else {
                    inBackground(() -> talkIfThereIsRoom(line));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talkIfThereIsRoom(Socket line) {
        if (!room.tryAcquire()) {
            refuse(line);
            return;
        }
        try {
            talk(line);
        } finally {
            room.release();
        }
    }

    private static void refuse(Socket line) {
        try (line) {
            line.getOutputStream().write("421 4.7.0 Too many connections\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // it hung up first
        }
    }

    private void talk(Socket connected) {
        try (connected) {
            Socket line = securedFromTheStart ? secured(connected) : connected;
            InputStream in = new BufferedInputStream(line.getInputStream(), 1024);
            say(line, "GREETING");
            while (true) {
                String command = command(in);
                commands.add(command);
                String answer = say(line, verb(command));
                if (verb(command).equals("STARTTLS") && answer.startsWith("220")) {
                    line = secured(line);
                    in = new BufferedInputStream(line.getInputStream(), 1024);
                }
                if (answer.startsWith("354")) {
                    String message = message(in);
                    if (!message.isEmpty()) {
                        messages.add(message);
                    }
                    say(line, "DOT");
                }
            }
        } catch (IOException e) {
            // one of the two hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket secured(Socket line) throws IOException {
        var tls = (SSLSocket) certified.getSocketFactory().createSocket(line, null, line.getPort(), true);
        tls.setUseClientMode(false);
        return tls;
    }

    private String say(Socket line, String step) throws IOException, InterruptedException {
        Duration pause = pauses.get(step);
        if (pause != null) {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        String torrent = torrents.get(step);
        while (torrent != null) {
            line.getOutputStream().write(torrent.getBytes(StandardCharsets.ISO_8859_1));
        }
        Queue<String> scripted = script.get(step);
        String answer = scripted == null ? null : scripted.poll();
        if (answer == null || answer.isEmpty()) {
            answer = usual(step);
        }
        if (answer.equals(SILENCE)) {
            closed.await();
        }
        boolean cut = answer.endsWith(CUT);
        String said = cut ? answer.substring(0, answer.length() - 1) : answer + "\r\n";
        say(line, said.getBytes(StandardCharsets.ISO_8859_1), dribbles.get(step));
        if (cut || step.equals("QUIT")) {
            throw new EOFException();
        }
        return answer;
    }

    private String usual(String step) {
        return step.equals("EHLO") && pipelines
                ? "250-scripted\r\n250 PIPELINING"
                : always.getOrDefault(step, GOOD.getOrDefault(step, "250 ok"));
    }

    private void say(Socket line, byte[] said, @Nullable Duration dribble) throws IOException, InterruptedException {
        if (dribble == null) {
            line.getOutputStream().write(said);
            return;
        }
        for (byte octet : said) {
            closed.await(dribble.toMillis(), TimeUnit.MILLISECONDS);
            line.getOutputStream().write(octet);
        }
    }

    private static String command(InputStream in) throws IOException {
        var command = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            command.write(octet);
        }
        return command.toString(StandardCharsets.UTF_8).strip();
    }

    private static String verb(String command) {
        return command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    private String message(InputStream in) throws IOException, InterruptedException {
        var message = new ByteArrayOutputStream();
        int matched = 2;
        while (matched < END.length()) {
            if (message.size() > 0 && matched >= endBytesRead) {
                throw new EOFException();
            }
            if (message.size() >= appetite) {
                if (leavesWhenFull) {
                    throw new EOFException();
                }
                closed.await();
            }
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            message.write(octet);
            matched = octet == END.charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        String all = message.toString(StandardCharsets.UTF_8);
        return all.substring(0, all.length() - 3);
    }

    private static SSLContext certified() {
        try (InputStream store = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(store, "changeit".toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
