package com.newgroktimes.digest.platform.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

import com.newgroktimes.digest.platform.fetch.GuardedFetch.Bounds;

/** Exchanges one request for one answer, and does it again wherever that leads. It carries nothing from one to the next. */
final class GuardedClient implements AutoCloseable {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** A head without end would fill the memory before the time is over. */
    private static final Http1Config HEADS =
            Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32_768).build();

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fetch-limits");
        thread.setDaemon(true);
        return thread;
    });

    GuardedClient(GuardedResolver resolver, String userAgent, Bounds bounds) {
        client = HttpClients.custom()
                .setConnectionManager(connections(resolver, bounds))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(bounds.read()))
                        .build())
                .setUserAgent(userAgent)
                .setContentDecoderRegistry(new LinkedHashMap<>(Packing.decoders()))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    private static HttpClientConnectionManager connections(GuardedResolver resolver, Bounds bounds) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADS)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(bounds.connect()))
                        .setSocketTimeout(Timeout.of(bounds.read()))
                        .build())
                .build();
    }

    interface Asking {
        HttpUriRequestBase of(URI address);
    }

    interface Reading<T> {
        T of(URI address, ClassicHttpResponse answer) throws IOException;
    }

    /**
     * What is read where the trail ends.
     *
     * @param until by when all of it must be over, as {@link System#nanoTime} has it
     * @throws FetchFault where no answer was had there, or on the way
     */
    <T> T follow(Trail trail, Asking asking, long until, Reading<T> reading) {
        while (true) {
            Optional<T> end = exchange(trail, asking, until, reading);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** Empty where it is led on. */
    private <T> Optional<T> exchange(Trail trail, Asking asking, long until, Reading<T> reading) {
        URI address = trail.here();
        if (address.getHost() == null || !SCHEMES.contains(scheme(address))) {
            throw FetchFault.at(
                    address, "is no address on the web. Give one that begins with https:// and a host.", null);
        }
        HttpUriRequestBase request = request(address, asking);
        // Only an end from outside ends an answer that comes byte by byte, be it a header or a body.
        ScheduledFuture<?> end = timer.schedule(request::abort, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            ClassicHttpResponse answer = client.executeOpen(RoutingSupport.determineHost(request), request, null);
            return trail.follows(answer) ? Optional.empty() : Optional.of(reading.of(address, answer));
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

    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
