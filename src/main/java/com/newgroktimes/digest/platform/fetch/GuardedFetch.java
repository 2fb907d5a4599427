package com.newgroktimes.digest.platform.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.fetch.FetchFault.Kind;

/**
 * Asks other sites for what stories name. Only the open internet is asked, and that is looked at anew for every hop; an answer is
 * bounded in bytes after unpacking, in time, and in redirects. Nothing that could tell who we are goes along, save our name.
 */
@Component
public class GuardedFetch implements AutoCloseable {

    /** The name by which we introduce ourselves, and by which a site's robots.txt may speak to us. */
    public static final String PRODUCT = "NewGrokTimesDigest";

    private static final int MOST_HOPS = 5;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429, 503);
    private static final int MOST_OF_A_REFUSAL = 64 * 1024;
    /** A head without end would fill the memory before the time is over. */
    private static final Http1Config HEADS =
            Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32_768).build();

    private final CloseableHttpClient client;
    private final Bounds bounds;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fetch-limits");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    GuardedFetch(FetchSettings settings, Publication publication) {
        this(new GuardedResolver(settings.allowedHosts()), publication, Bounds.USUAL);
    }

    /**
     * How long a site may take.
     *
     * @param connect to be reached
     * @param read    for the next bytes to come
     * @param whole   for all of an answer, redirects included
     */
    record Bounds(Duration connect, Duration read, Duration whole) {

        static final Bounds USUAL = new Bounds(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    GuardedFetch(GuardedResolver resolver, Publication publication, Bounds bounds) {
        this.bounds = bounds;
        // RFC 9110 §10.1.5: whoever wonders what this is finds a way to ask.
        String userAgent = "%s/1 (+%s)".formatted(PRODUCT, publication.at("/help"));
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADS)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(bounds.connect()))
                        .setSocketTimeout(Timeout.of(bounds.read()))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(bounds.read()))
                        .build())
                .setUserAgent(userAgent)
                .setContentDecoderRegistry(Packing.decoders())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    /** @throws FetchFault with what happened and what to do */
    public Fetched get(URI address, int mostBytes) {
        long until = System.nanoTime() + bounds.whole().toNanos();
        URI next = address;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            URI here = next;
            Answer answer = exchange(here, HttpGet::new, until, came -> read(here, came, mostBytes));
            if (answer.elsewhere().isEmpty()) {
                return new Fetched(here, answer.body());
            }
            next = resolve(here, answer.elsewhere().get());
        }
        throw roundabout(address);
    }

    /**
     * Asks whether something is there, and takes none of it.
     *
     * @param patience for all of it, redirects included
     * @throws FetchFault where no answer was had, whatever that would have said
     */
    public Visit visit(URI address, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        long begun = System.nanoTime();
        Asking asking = HttpHead::new;
        boolean head = true;
        URI next = address;
        URI settled = address;
        boolean forGood = true;
        int hops = 0;
        while (hops <= MOST_HOPS) {
            Glance glance = exchange(next, asking, until, Glance::at);
            if (glance.elsewhere().isPresent()) {
                next = resolve(next, glance.elsewhere().get());
                forGood = forGood && FOR_GOOD.contains(glance.status());
                settled = forGood ? next : settled;
                hops++;
            } else if (head && glance.mayRefuseHead()) {
                head = false;
                asking = HttpGet::new;
                begun = System.nanoTime();
            } else {
                return new Visit(next, settled, glance.status(), hops, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        throw roundabout(address);
    }

    /**
     * Asks for a document of which we may have a version already, and tells whatever the site answers.
     *
     * @param accept what kinds of document are asked for, as HTTP has it
     * @throws FetchFault where no answer was had, or one too large
     */
    public SiteAnswer ask(URI address, Validators known, String accept, int mostBytes) {
        long until = System.nanoTime() + bounds.whole().toNanos();
        URI next = address;
        URI settled = address;
        boolean forGood = true;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            URI here = next;
            Document document = exchange(
                    here,
                    asked -> conditional(asked, known, accept),
                    until,
                    came -> Document.read(here, came, mostBytes));
            Optional<String> elsewhere = elsewhere(document.came());
            if (elsewhere.isEmpty()) {
                return SiteAnswer.of(here, settled, document.came(), document.body());
            }
            next = resolve(here, elsewhere.get());
            forGood = forGood && FOR_GOOD.contains(document.came().getCode());
            settled = forGood ? next : settled;
        }
        throw roundabout(address);
    }

    private static HttpGet conditional(URI address, Validators known, String accept) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", accept);
        if (known.etag() != null) {
            request.setHeader("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.setHeader("If-Modified-Since", known.lastModified());
        }
        return request;
    }

    private record Document(ClassicHttpResponse came, byte[] body) {

        static Document read(URI address, ClassicHttpResponse came, int mostBytes) throws IOException {
            HttpEntity entity = came.getEntity();
            if (entity == null) {
                return new Document(came, new byte[0]);
            }
            return new Document(
                    came,
                    came.getCode() == HttpStatus.SC_OK
                            ? bounded(address, entity.getContent(), mostBytes)
                            : refusal(came.getCode(), entity));
        }

        /** Who keeps programs out says so on a page; that it breaks off says nothing. */
        private static byte[] refusal(int status, HttpEntity entity) {
            if (!REFUSALS.contains(status)) {
                return new byte[0];
            }
            try {
                return entity.getContent().readNBytes(MOST_OF_A_REFUSAL);
            } catch (IOException broken) {
                return new byte[0];
            }
        }
    }

    private record Answer(byte[] body, Optional<String> elsewhere) {}

    private record Glance(int status, Optional<String> elsewhere) {

        static Glance at(ClassicHttpResponse answer) {
            return new Glance(answer.getCode(), GuardedFetch.elsewhere(answer));
        }

        /** RFC 9110 §9.1 has every server know HEAD. Many do not, and say anything; only who is asked too often means it. */
        boolean mayRefuseHead() {
            return status >= 400 && status != HttpStatus.SC_TOO_MANY_REQUESTS;
        }
    }

    private interface Asking {
        HttpUriRequestBase of(URI address);
    }

    private interface Reading<T> {
        T of(ClassicHttpResponse answer) throws IOException;
    }

    private <T> T exchange(URI address, Asking asking, long until, Reading<T> reading) {
        if (address.getHost() == null || !SCHEMES.contains(scheme(address))) {
            throw FetchFault.at(
                    address, "is no address on the web. Give one that begins with https:// and a host.", null);
        }
        HttpUriRequestBase request = request(address, asking);
        // Only an end from outside ends an answer that comes byte by byte, be it a header or a body.
        ScheduledFuture<?> end = timer.schedule(request::abort, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return reading.of(client.executeOpen(RoutingSupport.determineHost(request), request, null));
        } catch (IOException | HttpException | IllegalArgumentException e) {
            throw Diagnosis.of(address, e, System.nanoTime() - until >= 0);
        } finally {
            end.cancel(false);
            // To close it in order would read what is left of the answer first, however long that is.
            request.abort();
        }
    }

    /** What a site leads to may be an address by its form alone, such as one whose port is over 65535. */
    private static HttpUriRequestBase request(URI address, Asking asking) {
        try {
            return asking.of(address);
        } catch (IllegalArgumentException e) {
            throw Diagnosis.of(address, e, false);
        }
    }

    private static FetchFault roundabout(URI address) {
        return FetchFault.of(
                Kind.ROUNDABOUT,
                address,
                "leads on more than %d times. Give the address where it ends.".formatted(MOST_HOPS),
                null);
    }

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static Answer read(URI address, ClassicHttpResponse answer, int mostBytes) throws IOException {
        int status = answer.getCode();
        Optional<String> elsewhere = elsewhere(answer);
        if (elsewhere.isPresent()) {
            return new Answer(new byte[0], elsewhere);
        }
        if (status != HttpStatus.SC_OK) {
            throw FetchFault.at(address, "answered %d. See whether it is still there.".formatted(status), null);
        }
        HttpEntity entity = answer.getEntity();
        return new Answer(
                entity == null ? new byte[0] : bounded(address, entity.getContent(), mostBytes), Optional.empty());
    }

    private static Optional<String> elsewhere(ClassicHttpResponse answer) {
        return REDIRECTS.contains(answer.getCode())
                ? Optional.ofNullable(answer.getFirstHeader("Location")).map(Header::getValue)
                : Optional.empty();
    }

    private static byte[] bounded(URI address, InputStream body, int mostBytes) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw FetchFault.at(
                    address,
                    "has more than the %,d bytes that are taken. Give a smaller one.".formatted(mostBytes),
                    null);
        }
        return bytes;
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw FetchFault.at(
                    from, "leads to what is no address: %s. Give the one it should lead to.".formatted(location), e);
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
