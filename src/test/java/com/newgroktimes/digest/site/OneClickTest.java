package com.newgroktimes.digest.site;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.RawConnection.Answer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** RFC 8058, as mail programs do it and as they should. */
@DigestTest
class OneClickTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FIELD =
            "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    private Visitor program;
    private URI link;

    @BeforeEach
    void adaIsOnTheList() {
        program = new Visitor(port);
        link = links.unsubscribe(readers.confirmed("ada@example.org").id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void anyBodyLeavesAtOnce(String name, @Nullable String type, BodyPublisher body) {
        Page answer = program.sends("POST", link, type, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().map()).doesNotContainKeys("set-cookie", "location");
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("urlencoded", FORM, text("List-Unsubscribe=One-Click")),
                arguments(
                        "urlencoded, with a charset",
                        FORM + "; charset=ISO-8859-1",
                        text("List-Unsubscribe=One-Click")),
                arguments(
                        "urlencoded, in a charset of nobody's",
                        FORM + ";charset=x",
                        text("List-Unsubscribe=One-Click")),
                arguments(
                        "the field twice, among others",
                        FORM,
                        text("a=b&List-Unsubscribe=One-Click&List-Unsubscribe=One-Click&")),
                arguments(
                        "multipart, its boundary in quotes",
                        "Multipart/Form-Data; charset=utf-8; boundary=\"b c\"",
                        text("--b c\r\n" + FIELD + "--b c--\r\n")),
                arguments("multipart", "multipart/form-data; boundary=b", text("--b\r\n" + FIELD + "--b--\r\n")),
                arguments(
                        "multipart whose boundary is another, as in the RFC's own sample",
                        "multipart/form-data; boundary=---FormBoundaryjWmhtjORrn",
                        text("---FormBoundaryjWmhtjORrn\r\n" + FIELD + "---FormBoundaryjWmhtjORrn--\r\n")),
                arguments("multipart without a boundary", "multipart/form-data", text("--b\r\n" + FIELD)),
                arguments("multipart cut short", "multipart/form-data; boundary=b", text("--b\r\nContent-Dis")),
                arguments("chunked", FORM, chunked("List-Unsubscribe=One-Click")),
                arguments(
                        "chunked multipart",
                        "multipart/form-data; boundary=b",
                        chunked("--b\r\n" + FIELD + "--b--\r\n")),
                arguments("empty", FORM, BodyPublishers.noBody()),
                arguments("empty, without a type", null, BodyPublishers.noBody()),
                arguments("broken escapes", FORM, text("List-Unsubscribe=%zz&%")),
                arguments("another value", FORM, text("List-Unsubscribe=Two-Clicks")),
                arguments("JSON", "application/json", text("{\"List-Unsubscribe\":\"One-Click\"}")),
                arguments("a type that is none", "what;;=ever", text("List-Unsubscribe=One-Click")),
                arguments("bytes that are no text", "application/octet-stream", BodyPublishers.ofByteArray(new byte[] {
                    -1, 0, -2
                })),
                arguments("a large one", "text/plain", text("x".repeat(1_000_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nList",
                "Content-Length: 26\r\n\r\nList-Uns"
            })
    void aBodyThatBreaksOffLeavesToo(String rest) {
        Answer answer = new RawConnection(port)
                .says("POST " + link.getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                        + FORM + "\r\n" + rest);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("No more digests to");
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void norDoesAQueryStandInTheWay() {
        Answer answer =
                new RawConnection(port).asks("POST " + link.getPath() + "?%zz=%E9 HTTP/1.1", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void onlyThePagesOwnFormIsSentOn() {
        Page answer = program.posts(link, Map.of("via", "page"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(program.opens(Visitor.location(answer)).text()).contains("No more digests to");
    }

    private static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    /** Of a length that is not told beforehand. */
    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
