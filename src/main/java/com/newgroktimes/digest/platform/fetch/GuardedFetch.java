package com.newgroktimes.digest.platform.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.core5.http.HttpStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/**
 * Asks other sites for what stories name. Only the open internet is asked, and that is looked at anew for every hop; an answer is
 * bounded in bytes after unpacking, in time, and in redirects. Nothing that could tell who we are goes along, save our name.
 */
@Component
public class GuardedFetch implements AutoCloseable {

    /** The name by which we introduce ourselves, and by which a site's robots.txt may speak to us. */
    public static final String PRODUCT = "NewGrokTimesDigest";

    private final GuardedClient client;
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
        this.client = new GuardedClient(resolver, "%s/1 (+%s)".formatted(PRODUCT, publication.at("/help")), bounds);
    }

    /** @throws FetchFault with what happened and what to do */
    public Fetched get(URI address, int mostBytes) {
        Trail trail = new Trail(address);
        byte[] body = client.follow(trail, HttpGet::new, within(bounds.whole()), new Bodies(mostBytes)::wanted);
        return new Fetched(trail.here(), body);
    }

    /**
     * Asks whether something is there, and takes none of it.
     *
     * @param patience for all of it, redirects included
     * @throws FetchFault where no answer was had, whatever that would have said
     */
    public Visit visit(URI address, Duration patience) {
        long until = within(patience);
        Trail trail = new Trail(address);
        long begun = System.nanoTime();
        int status = client.follow(trail, HttpHead::new, until, (here, answer) -> answer.getCode());
        if (mayRefuseHead(status)) {
            begun = System.nanoTime();
            status = client.follow(trail, HttpGet::new, until, (here, answer) -> answer.getCode());
        }
        return new Visit(
                trail.here(), trail.settled(), status, trail.hops(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** RFC 9110 §9.1 has every server know HEAD. Many do not, and say anything; only who is asked too often means it. */
    private static boolean mayRefuseHead(int status) {
        return status >= 400 && status != HttpStatus.SC_TOO_MANY_REQUESTS;
    }

    /**
     * Asks for a document of which we may have a version already, and tells whatever the site answers.
     *
     * @throws FetchFault where no answer was had, or one too large, or there is no leave to ask
     */
    public SiteAnswer ask(URI address, DocumentRequest wanted) {
        Trail trail = new Trail(address);
        Bodies bodies = new Bodies(wanted.mostBytes());
        long until = within(bounds.whole());
        return client.follow(trail, wanted::at, until, (here, answer) -> {
            Body body =
                    wanted.alsoInPart() ? bodies.anyInPart(here, answer, until) : Body.whole(bodies.any(here, answer));
            return SiteAnswer.of(here, trail.settled(), answer, body);
        });
    }

    private static long within(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
