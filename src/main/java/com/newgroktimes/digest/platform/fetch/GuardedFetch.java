package com.newgroktimes.digest.platform.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
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

    private static final int MOST_HOPS = 5;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern NO_SUCH_HOST =
            Pattern.compile("not known|No such host|No address associated", Pattern.CASE_INSENSITIVE);

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
        String userAgent = "NewGrokTimesDigest/1 (+%s)".formatted(publication.at("/help"));
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
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
        int hops = 0;
        while (hops <= MOST_HOPS) {
            Glance glance = exchange(next, asking, until, Glance::at);
            if (glance.elsewhere().isPresent()) {
                next = resolve(next, glance.elsewhere().get());
                hops++;
            } else if (head && glance.mayRefuseHead()) {
                head = false;
                asking = HttpGet::new;
                begun = System.nanoTime();
            } else {
                return new Visit(glance.status(), hops, Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        throw roundabout(address);
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
        } catch (HostNotOpen e) {
            throw FetchFault.of(Kind.CLOSED, address, "is not fetched: " + e.getMessage(), e);
        } catch (UnknownHostException e) {
            throw unfound(address, e);
        } catch (SSLException e) {
            throw FetchFault.of(
                    Kind.UNPROVEN,
                    address,
                    "does not prove who it is (%s). Its certificate must be mended.".formatted(e.getMessage()),
                    e);
        } catch (IllegalArgumentException e) {
            throw uncallable(address, e);
        } catch (IOException | HttpException e) {
            throw broken(address, e, e instanceof InterruptedIOException || System.nanoTime() - until >= 0);
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
            throw uncallable(address, e);
        }
    }

    private static FetchFault uncallable(URI address, IllegalArgumentException e) {
        return FetchFault.at(
                address, "is no address that can be called (%s). Give another one.".formatted(e.getMessage()), e);
    }

    private static FetchFault unfound(URI address, UnknownHostException e) {
        return isUnknown(e)
                ? FetchFault.of(
                        Kind.NO_SUCH_HOST,
                        address,
                        "is not to be found: there is no host %s. Correct it.".formatted(address.getHost()),
                        e)
                : FetchFault.of(
                        Kind.SILENCE,
                        address,
                        "could not be looked up: no name server tells where %s is. Try again, and look at the name server if it goes on."
                                .formatted(address.getHost()),
                        e);
    }

    private static FetchFault broken(URI address, Exception e, boolean late) {
        if (late) {
            return FetchFault.of(
                    Kind.SILENCE,
                    address,
                    "did not answer in time. Try again, and look at that site if it goes on.",
                    e);
        }
        return FetchFault.of(
                isNonsense(e) ? Kind.ANSWER : Kind.SILENCE,
                address,
                "could not be fetched (%s). Try again, and look at that site if it goes on.".formatted(e),
                e);
    }

    /** Whether something came, and it was no HTTP or not packed as it says. An end too soon is the connection's. */
    private static boolean isNonsense(Exception e) {
        return e instanceof HttpException
                || e instanceof ClientProtocolException
                || e instanceof MessageConstraintException
                || e instanceof ZipException
                || e instanceof EOFException;
    }

    /** A name server that cannot be reached says nothing of the host. Only the system's own words tell the two apart. */
    private static boolean isUnknown(UnknownHostException e) {
        return NO_SUCH_HOST.matcher(String.valueOf(e.getMessage())).find();
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
