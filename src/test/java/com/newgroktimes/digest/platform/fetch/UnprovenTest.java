package com.newgroktimes.digest.platform.fetch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.testing.Certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnprovenTest {

    private static final URI FEED = URI.create("https://quay.example/feed");

    @Test
    void aCertificateThatHasExpiredSaysSince() throws Exception {
        Certificate expired = Certificate.expired("dns:quay.example");

        assertThat(what(expired, expired.trusted()))
                .isEqualTo(
                        "does not prove who it is: its certificate has expired on %s. Whoever runs that site must renew it.",
                        LocalDate.now(ZoneOffset.UTC).minusDays(5));
    }

    @Test
    void aCertificateForAnotherNameSaysForWhichItIsNot() throws Exception {
        Certificate another = Certificate.of("dns:harbour.example");

        assertThat(what(another, another.trusted()))
                .contains("is for other names than quay.example", "address is right");
        assertThat(Unproven.what(FEED, new SSLPeerUnverifiedException("Certificate for <quay.example> doesn't match")))
                .contains("is for other names than quay.example");
    }

    @Test
    void aCertificateThatNobodyKnownHasSignedSaysWhatToDo() throws Exception {
        assertThat(what(Certificate.of("dns:quay.example"), (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .contains("nobody known here has signed its certificate", "javax.net.ssl.trustStore");
    }

    @Test
    void whatIsNoFaultOfACertificateKeepsItsOwnWords() {
        assertThat(Unproven.what(FEED, new SSLException("Unsupported or unrecognized SSL message")))
                .contains("no safe connection comes about (Unsupported or unrecognized SSL message)");
    }

    /** What a client makes of a server that shows this certificate, and is called by the feed's host. */
    private static String what(Certificate shown, SSLSocketFactory client) throws Exception {
        try (ServerSocket server =
                shown.server().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server));
            SSLException refused;
            try (Socket line = new Socket(server.getInetAddress(), server.getLocalPort());
                    SSLSocket socket = (SSLSocket) client.createSocket(line, FEED.getHost(), 443, true)) {
                SSLParameters byName = socket.getSSLParameters();
                byName.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(byName);
                refused = catchThrowableOfType(SSLException.class, socket::startHandshake);
            }
            serving.join();
            return Unproven.what(FEED, refused);
        }
    }

    private static void serve(ServerSocket server) {
        try (Socket line = server.accept()) {
            line.getInputStream().read();
        } catch (java.io.IOException hungUp) {
            // That is what the client does.
        }
    }
}
