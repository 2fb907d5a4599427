package com.newgroktimes.digest.platform.entry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.Visitor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Strangers who send slowly, or do not go on at all, stand in nobody's way. */
@DigestTest
class PatientReadingTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /** The server gives up on a silent connection after 20 s. */
    private static final Duration LESS_THAN_A_THREAD_WOULD_WAIT = Duration.ofSeconds(15);

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** More than the server has threads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /leave HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 16000\r\n\r\nemail=",
                "POST /leave HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 1000000\r\n\r\nemail=",
                "POST /subscribe HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Transfer-Encoding: chunked\r\n\r\n",
                "POST /api/v1/subscribers/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000\r\n\r\nemail",
                "POST /console/sign-out HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 16000\r\n\r\na",
                "GET /console/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000\r\n\r\na",
                "GET /help HTTP/1.1\r\nHost: localhost\r\nX: ",
                "GET /he"
            })
    void manyWhoDoNotGoOnTakeNothingFromOthers(String beginning) throws IOException {
        URI link = links.unsubscribe(readers.confirmed("ada@example.org").id());
        for (int i = 0; i < 260; i++) {
            begins(beginning);
        }

        assertTimeout(LESS_THAN_A_THREAD_WOULD_WAIT, () -> {
            Visitor visitor = new Visitor(port);
            assertThat(visitor.opens("/help").status()).isEqualTo(200);
            assertThat(visitor.opens("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(visitor.posts(link, Map.of("List-Unsubscribe", "One-Click"))
                            .status())
                    .isEqualTo(200);
        });
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void whoIsTooSlowIsToldSoAndNothingIsDone() throws IOException {
        Socket slow = begins("POST /subscribe HTTP/1.1\r\nHost: localhost\r\n" + FORM
                + "Content-Length: 200\r\n\r\nemail=ada%40example.org&");

        assertThat(answer(slow)).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    /** The link says it all. */
    @Test
    void whoLeavesSlowlyHasLeft() throws IOException {
        String path =
                links.unsubscribe(readers.confirmed("ada@example.org").id()).getPath();
        Socket slow =
                begins("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 26\r\n\r\nList");

        assertThat(answer(slow)).startsWith("HTTP/1.1 200 ");
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void whoActsInTheConsoleWithoutASessionIsShownTheWayIn() throws IOException {
        Socket slow = begins(
                "POST /console/sign-out HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: 16000\r\n\r\na");

        assertThat(answer(slow)).startsWith("HTTP/1.1 302 ");
    }

    @Test
    void aBodyInPiecesIsOneBody() throws Exception {
        Socket slow = begins("POST /subscribe HTTP/1.1\r\nHost: localhost\r\n" + FORM
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (String piece : List.of("6\r\nema", "il=\r\n", "11\r\nada%40exa", "mple.org\r\n0\r", "\n\r\n")) {
            Thread.sleep(50);
            says(slow, piece);
        }

        assertThat(answer(slow)).startsWith("HTTP/1.1 303 ");
        assertThat(readers.knows("ada@example.org")).isTrue();
    }

    @Test
    void oneConnectionTakesOneRequestAfterTheOther() throws IOException {
        String one = "POST /subscribe HTTP/1.1\r\nHost: localhost\r\n" + FORM;
        Socket both = begins(one + "Content-Length: 23\r\n\r\nemail=ada%40example.org" + one
                + "Connection: close\r\nContent-Length: 23\r\n\r\nemail=eve%40example.org");

        assertThat(answer(both).split("HTTP/1.1 303 ", -1)).hasSize(3);
        assertThat(readers.knows("ada@example.org")).isTrue();
        assertThat(readers.knows("eve@example.org")).isTrue();
    }

    @Test
    void whoWaitsForLeaveToSendGetsIt() throws IOException {
        Socket polite = begins("POST /subscribe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + FORM
                + "Expect: 100-continue\r\nContent-Length: 23\r\n\r\n");
        assertThat(new String(polite.getInputStream().readNBytes(12), ISO_8859_1))
                .isEqualTo("HTTP/1.1 100");
        says(polite, "email=ada%40example.org");

        assertThat(answer(polite)).contains("HTTP/1.1 303 ");
    }

    @Test
    void anOldProgramLeavesToo() {
        String path =
                links.unsubscribe(readers.confirmed("ada@example.org").id()).getPath();

        assertThat(new RawConnection(port)
                        .says("POST " + path + " HTTP/1.0\r\n" + FORM
                                + "Content-Length: 26\r\n\r\nList-Unsubscribe=One-Click")
                        .status())
                .isEqualTo(200);
        assertThat(new RawConnection(port)
                        .says("POST " + path + " HTTP/1.0\r\n" + FORM + "\r\n")
                        .status())
                .isEqualTo(200);
    }

    /** What the token vouches for may be long, and take its time. */
    @Test
    void whatATokenVouchesForIsReadAsItComes() throws Exception {
        Socket slow = begins("POST /api/v1/subscribers/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + ServiceUnderTest.API_TOKEN + "\r\nContent-Type: text/csv\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n6\r\nemail\n\r\n");
        Thread.sleep(200);
        says(slow, "10\r\nada@example.org\n\r\n0\r\n\r\n");

        assertThat(answer(slow)).startsWith("HTTP/1.1 200 ").contains("\"added\":1");
    }

    private Socket begins(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.setSoTimeout(30_000);
        says(socket, beginning);
        return socket;
    }

    private static void says(Socket socket, String what) throws IOException {
        socket.getOutputStream().write(what.getBytes(ISO_8859_1));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
}
