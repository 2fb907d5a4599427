import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The clients of bench/signup, and the mail server of the service that they sign up with. */
public class SignUps {

    private static final List<String> KINDS = List.of("new", "waiting", "confirmed", "bounced", "left");
    private static final int OF_EACH_KIND = 400;

    private static final AtomicLong mails = new AtomicLong();

    private final int port;
    private final ProcessHandle service;
    private final ProcessHandle database;

    SignUps(int port, ProcessHandle service, ProcessHandle database) {
        this.port = port;
        this.service = service;
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        int signUps = Integer.parseInt(args[3]);
        int clients = Integer.parseInt(args[4]);
        mailServer(Integer.parseInt(args[1]));
        SignUps form = new SignUps(port, process(args[5]), process(args[6]));
        form.import_(args[2]);
        form.flood("cold JVM", "cold", signUps / 3, clients);
        form.flood("then", "warm", signUps, clients);
        form.flood("and again", "again", signUps, clients);
        awaitMails();
        form.kinds();
        System.exit(0);
    }

    private static ProcessHandle process(String id) {
        return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
    }

    /** Microseconds of the processors that it has used, with those whom it started. */
    private static long used(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .mapToLong(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1000)
                .sum();
    }

    private void flood(String name, String tag, int signUps, int clients) throws Exception {
        long[] took = new long[signUps];
        AtomicInteger next = new AtomicInteger();
        long mailsBefore = mails.get();
        long[] usedBefore = {used(service), used(database), used(ProcessHandle.current())};
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> {
                try (Browser browser = new Browser(port)) {
                    for (int n = next.getAndIncrement(); n < signUps; n = next.getAndIncrement()) {
                        took[n] = browser.signUp(tag + "." + n + "@list-" + n % 1000 + ".example");
                    }
                } catch (IOException e) {
                    e.printStackTrace();
                    System.exit(1);
                }
            });
            threads.add(client);
            client.start();
        }
        for (Thread client : threads) {
            client.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(took);
        System.out.printf(
                "%-10s %6d sign-ups  %6.0f a second   p50 %5.1f ms  p99 %5.1f ms  longest %6.1f ms   %d mails left meanwhile%n",
                name, signUps, signUps / seconds, ms(took, 0.5), ms(took, 0.99), ms(took, 1), mails.get() - mailsBefore);
        System.out.printf(
                "           processors: %d us a sign-up in the service, %d in PostgreSQL, %d in the clients%n",
                (used(service) - usedBefore[0]) / signUps,
                (used(database) - usedBefore[1]) / signUps,
                (used(ProcessHandle.current()) - usedBefore[2]) / signUps);
    }

    /** One client, one address after another, all kinds in turn and in no order. */
    private void kinds() throws Exception {
        try (Browser browser = new Browser(port)) {
            for (int i = 0; i < OF_EACH_KIND; i++) {
                browser.signUp(address("waiting", i));
            }
            awaitMails();
            List<String> all = new ArrayList<>();
            KINDS.forEach(kind -> {
                for (int i = 0; i < OF_EACH_KIND; i++) {
                    all.add(address(kind, i));
                }
            });
            Collections.shuffle(all, new Random(7));
            Map<String, List<Long>> took = new LinkedHashMap<>();
            KINDS.forEach(kind -> took.put(kind, new ArrayList<>()));
            for (String address : all) {
                Thread.sleep(2); // the mails of others take no part in it
                took.get(address.substring(0, address.indexOf('.'))).add(browser.signUp(address));
            }
            double reference = 0;
            for (String kind : KINDS) {
                long[] times = took.get(kind).stream().mapToLong(Long::longValue).sorted().toArray();
                reference = reference == 0 ? ms(times, 0.5) : reference;
                System.out.printf(
                        "%-10s median %6.3f ms (%.3f of new)   half of them from %.3f to %.3f ms%n",
                        kind, ms(times, 0.5), ms(times, 0.5) / reference, ms(times, 0.25), ms(times, 0.75));
            }
        }
    }

    private void import_(String token) throws Exception {
        StringBuilder csv = new StringBuilder("email,state,confirmed_at,evidence,suppressed_reason,suppressed_at\n");
        for (int i = 0; i < OF_EACH_KIND; i++) {
            csv.append(address("confirmed", i)).append(",CONFIRMED,2026-01-05T09:00:00Z,form,,\n");
            csv.append(address("bounced", i)).append(",CONFIRMED,2026-01-05T09:00:00Z,form,HARD_BOUNCE,2026-02-05T09:00:00Z\n");
            csv.append(address("left", i)).append(",UNSUBSCRIBED,,,,\n");
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/subscribers/import"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv.toString()));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
    }

    private static String address(String kind, int number) {
        return kind + "." + number + "@list-" + number % 100 + ".example";
    }

    private static double ms(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    /** Until none has come for two seconds. */
    private static void awaitMails() throws InterruptedException {
        long before = -1;
        long began = System.nanoTime();
        while (mails.get() != before) {
            before = mails.get();
            Thread.sleep(2000);
        }
        System.out.printf("%d mails have left, the last ones %.0f s later%n", before, (System.nanoTime() - began) / 1e9 - 2);
    }

    /** One connection, kept for as long as the service keeps it. */
    private static class Browser implements AutoCloseable {

        private final int port;
        private Socket socket;
        private InputStream in;
        private OutputStream out;

        Browser(int port) throws IOException {
            this.port = port;
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        /** Nanoseconds until the answer is there, which must be the one that all get. */
        long signUp(String address) throws IOException {
            String body = "email=" + address.replace("@", "%40") + "&source=&website=";
            String request = "POST /subscribe HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            long began = System.nanoTime();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String status = line();
            int length = 0;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                last |= header.equalsIgnoreCase("connection: close");
                if (header.toLowerCase().startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).trim());
                }
            }
            in.readNBytes(length);
            long took = System.nanoTime() - began;
            if (!status.startsWith("HTTP/1.1 303")) {
                throw new IOException(status);
            }
            if (last) {
                socket.close();
                connect();
            }
            return took;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("The service closed the connection.");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static void mailServer(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (true) {
                try {
                    Socket line = server.accept();
                    Thread talk = new Thread(() -> talk(line));
                    talk.setDaemon(true);
                    talk.start();
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void talk(Socket line) {
        try (line) {
            line.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            say(out, "220 sink");
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (said.equalsIgnoreCase("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {}
                    mails.incrementAndGet();
                    say(out, "250 2.0.0 taken");
                } else if (said.equalsIgnoreCase("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the service has gone
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
