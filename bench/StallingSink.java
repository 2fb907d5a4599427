import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A mail server that takes everything and keeps nothing, but for one domain, which may stall. It is told on standard input: {@code begin N} counts
 * anew, and says on standard output after how many seconds N messages to other domains were taken; {@code stall silent} says nothing any more where a
 * recipient of that domain is named, {@code stall later} that it is to come back later; {@code free} answers all who were kept waiting.
 */
final class StallingSink {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final String domain;
    private String stall = "";
    private long awaited;
    private long taken;
    private long begun;

    private StallingSink(String domain) {
        this.domain = "@" + domain.toLowerCase(Locale.ROOT) + ">";
    }

    /** @param given the port, and the domain that may stall */
    public static void main(String... given) throws IOException {
        StallingSink sink = new StallingSink(given[1]);
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(given[0])), 200);
        Thread accepting = new Thread(() -> sink.accept(server));
        accepting.setDaemon(true);
        accepting.start();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            sink.obey(order.split(" "));
        }
    }

    private synchronized void obey(String... order) {
        switch (order[0]) {
            case "begin" -> {
                awaited = Long.parseLong(order[1]);
                taken = 0;
            }
            case "stall" -> stall = order[1];
            default -> stall = "";
        }
        notifyAll();
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket line = server.accept();
                line.setTcpNoDelay(true);
                Thread talking = new Thread(() -> talk(line));
                talking.setDaemon(true);
                talking.start();
            }
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    private void talk(Socket line) {
        try (line) {
            Input in = new Input(line.getInputStream());
            OutputStream out = line.getOutputStream();
            say(out, "220 sink");
            boolean other = true;
            boolean recipient = false;
            while (true) {
                String command = in.line();
                switch (command.substring(0, 4).toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> say(out, "250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING");
                    case "RCPT" -> {
                        other = !command.toLowerCase(Locale.ROOT).contains(domain);
                        String answer = other ? "250 ok" : answerOfStalled();
                        recipient = answer.startsWith("250");
                        say(out, answer);
                    }
                    case "DATA" -> {
                        if (recipient) {
                            say(out, "354 go");
                            in.skipMessage();
                            say(out, "250 2.0.0 taken");
                            took(other);
                        } else {
                            say(out, "503 5.5.1 no recipient");
                        }
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // whoever was there has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String answerOfStalled() throws InterruptedException {
        while (stall.equals("silent")) {
            wait();
        }
        return stall.equals("later") ? "450 4.7.1 come back later" : "250 ok";
    }

    private synchronized void took(boolean other) {
        if (!other || awaited == 0) {
            return;
        }
        if (taken++ == 0) {
            begun = System.nanoTime();
        }
        if (taken == awaited) {
            System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - begun) / 1e9);
            System.out.flush();
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Input {

        private final InputStream in;
        private final byte[] buffer = new byte[65_536];
        private int at;
        private int end;

        Input(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = next(); octet != '\n'; octet = next()) {
                line.append((char) octet);
            }
            return line.toString().strip();
        }

        void skipMessage() throws IOException {
            int matched = 2;
            while (matched < END.length) {
                int octet = next();
                matched = octet == END[matched] ? matched + 1 : octet == '\r' ? 1 : 0;
            }
        }

        private int next() throws IOException {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    throw new EOFException();
                }
            }
            return buffer[at++];
        }
    }
}
