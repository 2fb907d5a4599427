package com.newgroktimes.digest.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/**
 * Asks other sites for what stories name. Only the open internet is asked, and that is looked at anew for every hop; an answer is
 * bounded in bytes after unpacking, in time, and in redirects. Nothing that could tell who we are goes along, save our name.
 */
@Component
public class GuardedFetch implements AutoCloseable {

    private static final int MOST_HOPS = 5;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int BLOCK = 16_384;

    private final CloseableHttpClient client;
    private final Bounds bounds;

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
                .build();
    }

    /** @throws FetchFault with what happened and what to do */
    public Fetched get(URI address, int mostBytes) {
        long until = System.nanoTime() + bounds.whole().toNanos();
        URI next = address;
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            Answer answer = ask(next, mostBytes, until);
            if (answer.elsewhere().isEmpty()) {
                return new Fetched(next, answer.body());
            }
            next = resolve(next, answer.elsewhere().get());
        }
        throw FetchFault.at(address, "leads on more than %d times.".formatted(MOST_HOPS));
    }

    private record Answer(byte[] body, Optional<String> elsewhere) {}

    private Answer ask(URI address, int mostBytes, long until) {
        if (address.getHost() == null || !SCHEMES.contains(String.valueOf(address.getScheme()))) {
            throw FetchFault.at(
                    address, "is no address on the web: it must begin with http:// or https:// and a host.");
        }
        try {
            return client.execute(new HttpGet(address), answer -> read(address, answer, mostBytes, until));
        } catch (HostNotOpen e) {
            throw FetchFault.at(address, "is not fetched: " + e.getMessage());
        } catch (UnknownHostException e) {
            throw FetchFault.at(address, "is not to be found: there is no host %s.".formatted(address.getHost()));
        } catch (InterruptedIOException e) {
            throw FetchFault.silence(address);
        } catch (SSLException e) {
            throw FetchFault.at(address, "does not prove who it is: " + e.getMessage());
        } catch (IOException e) {
            throw FetchFault.at(address, "could not be fetched: " + e.getMessage());
        }
    }

    private static Answer read(URI address, ClassicHttpResponse answer, int mostBytes, long until) throws IOException {
        int status = answer.getCode();
        Header location = answer.getFirstHeader("Location");
        if (Set.of(301, 302, 303, 307, 308).contains(status) && location != null) {
            return new Answer(new byte[0], Optional.of(location.getValue()));
        }
        if (status != 200) {
            throw FetchFault.at(address, "answered %d.".formatted(status));
        }
        HttpEntity entity = answer.getEntity();
        return new Answer(
                entity == null ? new byte[0] : bounded(address, entity.getContent(), mostBytes, until),
                Optional.empty());
    }

    private static byte[] bounded(URI address, InputStream body, int mostBytes, long until) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int read = body.read(block); read >= 0; read = body.read(block)) {
            bytes.write(block, 0, read);
            if (bytes.size() > mostBytes) {
                throw FetchFault.at(address, "has more than %,d bytes.".formatted(mostBytes));
            }
            if (System.nanoTime() - until > 0) {
                throw FetchFault.at(address, "takes too long to answer.");
            }
        }
        return bytes.toByteArray();
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location.strip());
        } catch (IllegalArgumentException e) {
            throw FetchFault.at(from, "leads to what is no address: " + location);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
