package com.newgroktimes.digest.platform.entry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.RawConnection.Answer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a browser's head or a pasted query holds, it is no fault of ours. */
@DigestTest
@ExtendWith(OutputCaptureExtension.class)
class AnyHeadTest {

    private static final String MANY = "a&".repeat(1_600);
    private static final String TOKEN = "Authorization: Bearer " + ServiceUnderTest.API_TOKEN;

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    @ParameterizedTest
    @ValueSource(ints = {11, 100, 1_100})
    void aReaderOfManyLanguagesIsAnsweredAndLeaves(int languages) {
        String path =
                links.unsubscribe(readers.confirmed("ada@example.org").id()).getPath();
        String header = "Accept-Language: de"
                + IntStream.range(0, languages).mapToObj(i -> ",en;q=0").collect(Collectors.joining());

        for (String page : new String[] {"/", "/help", "/nothing", path, "/api/v1/editions"}) {
            assertThat(asks("GET " + page + " HTTP/1.1", header).status())
                    .as(page)
                    .isLessThan(500);
        }
        assertThat(asks("GET /help HTTP/1.1", header).body()).contains("lang=\"de\"");
        assertThat(asks("POST " + path + " HTTP/1.1", header, "Content-Length: 0")
                        .status())
                .isEqualTo(200);
        assertThat(readers.find("ada@example.org").state()).isEqualTo(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void manyCookiesAreNone() {
        String header = "Cookie: " + "a=b; ".repeat(1_000);

        for (String page : new String[] {"/", "/console/sign-in", "/api/v1/editions"}) {
            assertThat(asks("GET " + page + " HTTP/1.1", header).status())
                    .as(page)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?source=q%0aforged%zz", "/embed?source=%zz", "/editions?page=%zz", "/?source=%E9", "/?"})
    void aPageWithAQueryThatCannotBeReadSaysSo(String address, CapturedOutput log) {
        String asked = address.equals("/?") ? address + MANY : address;

        Answer answer = asks("GET " + asked + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(log).doesNotContain("forged").doesNotContain("%zz").doesNotContain("dispatcherServlet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/subscribers?email=%zz HTTP/1.1",
                "POST /api/v1/subscribers/import?dry-run=%zz HTTP/1.1",
                "GET /api/v1/stories?week=%zz HTTP/1.1"
            })
    void aProgramIsToldInItsOwnShape(String line, CapturedOutput log) {
        Answer answer = asks(line, TOKEN, "Content-Type: text/csv", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(log).doesNotContain("%zz");
    }

    @Test
    void norIsItAFaultWhereNobodyLooksForParameters() {
        assertThat(asks("GET /api/v1/subscriptions?x=%zz HTTP/1.1").status()).isBetween(400, 499);
        assertThat(asks("GET /api/v1/subscriptions?" + MANY + " HTTP/1.1").status())
                .isBetween(400, 499);
        assertThat(asks("GET /console?x=%zz HTTP/1.1").status()).isLessThan(500);
        assertThat(asks("POST /console/sign-out?x=%zz HTTP/1.1", "Content-Length: 0")
                        .status())
                .isLessThan(500);
    }

    private Answer asks(String... lines) {
        return new RawConnection(port).asks(lines);
    }
}
