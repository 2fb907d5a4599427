package com.newgroktimes.digest.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A mail server of a few lines that writes down whom each message was for before it says that it has it. What it answers to a
 * recipient and to the final dot can be told.
 */
public final class MailSink implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final BiConsumer<String, String> taken;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private volatile int silentAfter;
    private volatile Function<String, String> atRecipient = recipient -> "250 2.1.5 Ok";

    public MailSink() {
        this(0, (recipient, message) -> {});
    }

    /**
     * @param port  0 is any that is free
     * @param taken told of each message before the relay answers for it: for whom it is, and its bytes as ISO 8859-1 has them
     */
    public MailSink(int port, BiConsumer<String, String> taken) {
        this.taken = taken;
        try {
            socket = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        thread(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Everyone a message was taken for, in order; twice who got two. */
    public List<String> recipients() {
        return recipients;
    }

    public void answersToRecipients(Function<String, String> answer) {
        atRecipient = answer;
    }

    /** Messages are taken from now on, and not answered for until {@link #answersAgain}. */
    public void fallsSilent() {
        fallsSilentAfter(0);
    }

    /** The same for those messages that come after so many. */
    public void fallsSilentAfter(int messages) {
        silentAfter = messages;
        silence = new CountDownLatch(1);
    }

    public void answersAgain() {
        silence.countDown();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                thread(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket line) {
        try (line) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), ISO_8859_1));
            var out = line.getOutputStream();
            say(out, "220 sink.example ESMTP");
            String recipient = "";
            for (@Nullable String command = in.readLine(); command != null; command = in.readLine()) {
                if (command.startsWith("EHLO")) {
                    say(out, "250-sink.example\r\n250-ENHANCEDSTATUSCODES\r\n250-PIPELINING\r\n250 8BITMIME");
                } else if (command.startsWith("RCPT")) {
                    String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
                    String answer = atRecipient.apply(address);
                    recipient = answer.startsWith("2") ? address : "";
                    say(out, answer);
                } else if (command.equals("DATA") && recipient.isEmpty()) {
                    say(out, "554 5.5.1 No valid recipients");
                } else if (command.equals("DATA")) {
                    take(in, out, recipient);
                } else if (command.equals("QUIT")) {
                    say(out, "221 2.0.0 Bye");
                    return;
                } else {
                    say(out, "250 2.0.0 Ok");
                }
            }
        } catch (IOException e) {
            // Whoever was sending has died.
        }
    }

    private void take(BufferedReader in, OutputStream out, String recipient) throws IOException {
        say(out, "354 Go on");
        var message = new StringBuilder();
        for (@Nullable String text = in.readLine(); !".".equals(text); text = in.readLine()) {
            if (text == null) {
                throw new IOException("The line broke before the dot.");
            }
            message.append(text).append("\r\n");
        }
        recipients.add(recipient);
        taken.accept(recipient, message.toString());
        if (recipients.size() > silentAfter) {
            await(silence);
        }
        say(out, "250 2.0.0 Ok: taken");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
