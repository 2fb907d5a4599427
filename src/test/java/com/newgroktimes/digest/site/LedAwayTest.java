package com.newgroktimes.digest.site;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.Readers;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is asked, no answer leads to another site, and none has a header that the question brought. */
@DigestTest
class LedAwayTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private ReaderLinks links;

    private RawConnection line;

    @BeforeEach
    void aLine() {
        line = new RawConnection(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//evil.example/..",
                "///evil.example/subscribe",
                "/\\evil.example",
                "/%5Cevil.example",
                "/%2F%2Fevil.example",
                "/u//evil.example",
                "/confirm/%2F%2Fevil.example/done",
                "/settings/@evil.example/saved",
                "/subscribe?source=//evil.example",
                "/subscribe/sent?next=https://evil.example",
                "/?lang=//evil.example",
                "/console/sign-in?next=https://evil.example",
                "/editions?page=https://evil.example",
                "/error?path=//evil.example",
                "/console//evil.example",
                "/%0d%0aLocation:%20https://evil.example",
                "/subscribe?source=%0d%0aSet-Cookie:%20a=b",
                "/?lang=de%0d%0aSet-Cookie:%20a=b",
                "/u/x%0d%0aSet-Cookie:%20a=b",
            })
    void nobodyIs(String path) {
        for (String method : List.of("GET", "POST", "HEAD")) {
            assertLeadsNowhereElse(line.says(String.join(
                    "\r\n",
                    method + " " + path + " HTTP/1.1",
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: https",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 0",
                    "Connection: close",
                    "",
                    "")));
        }
    }

    @Test
    void actsLeadToPathsAlone() {
        Subscriber ada = readers.waiting("ada@example.org");
        String leave = links.unsubscribe(ada.id()).getPath();

        assertThat(posted("/subscribe", "email=ben@example.org&source=%0d%0aSet-Cookie:%20a=b"))
                .isEqualTo("/subscribe/sent");
        assertThat(posted(leave, "via=page")).isEqualTo(leave + "/done");
        assertThat(posted(leave + "/undo", "")).isEqualTo(leave + "/back");
        assertThat(readers.find("ben@example.org").source()).isEqualTo("other");
    }

    private String posted(String path, String body) {
        RawConnection.Answer answer = line.says(String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: evil.example",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body));
        assertLeadsNowhereElse(answer);
        return answer.header("Location");
    }

    private static void assertLeadsNowhereElse(RawConnection.Answer answer) {
        assertThat(answer.header("Set-Cookie")).isEmpty();
        String location = answer.header("Location");
        if (!location.isEmpty()) {
            assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain("evil", "\\");
        }
        assertThat(answer.body()).doesNotContain("href=\"https://evil", "href=\"//evil");
    }
}
