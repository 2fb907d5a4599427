package com.newgroktimes.digest.operator;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.StoryChanged;
import com.newgroktimes.digest.testing.DigestTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Many stories that change in one request come into the open edition together: it is filled and checked anew once. */
@DigestTest
class ManyChangesTest {

    private static final String WITH_TLDR = "\"tldr\": \"It was written.\"";
    private static final String WITHOUT = "\"bodyHtml\": \"<p>They hum.</p>\"";
    private static final String WITH_A_PICTURE = WITH_TLDR + ", \"image\": {\"url\": \"https://news.example/p.jpg\"}";

    @Autowired
    private Editions editions;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private ApplicationEventMulticaster events;

    @LocalServerPort
    private int port;

    private final List<StoryChanged> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
        if (event.getPayload() instanceof StoryChanged changed) {
            told.add(changed);
        }
    };
    private ApiClient api;

    @BeforeEach
    void listen() {
        api = new ApiClient(port);
        puts(1, 1, WITH_TLDR);
        editions.assemble("current");
        told.clear();
        events.addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        events.removeApplicationListener(listener);
    }

    @Test
    void thoseOfAnArray() {
        puts(2, 4, WITH_TLDR);

        assertTakenTogether(3);
        assertThat(editions.get(1).stories()).hasSize(4);
    }

    @Test
    void thoseWhoseProposedTldrsAreAccepted() {
        puts(2, 4, WITHOUT);
        told.clear();

        api.post("/api/v1/stories/accept-week", "{\"week\": \"current\", \"stories\": 3}");

        assertTakenTogether(3);
        assertThat(editions.get(1).stories()).hasSize(4);
    }

    @Test
    void thoseWhosePicturesAreDescribed() {
        puts(2, 4, WITH_A_PICTURE);
        told.clear();
        ConsoleBrowser browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));

        String fields = browser.open("/console/editions/1/alt-texts").select("form.desk input").stream()
                .map(field -> field.attr("name") + "="
                        + (field.attr("name").startsWith("alt-") ? "A+tower+of+racks" : field.val()))
                .collect(Collectors.joining("&"));
        browser.submit("/console/editions/1/alt-texts", fields);

        assertTakenTogether(3);
        assertThat(editions.get(1).stories())
                .flatExtracting(story -> Stream.ofNullable(story.content().image())
                        .map(Story.Image::alt)
                        .toList())
                .containsExactly("A tower of racks", "A tower of racks", "A tower of racks");
    }

    private void assertTakenTogether(int stories) {
        assertThat(told).hasSize(stories).allMatch(StoryChanged::oneOfMany);
    }

    private void puts(int from, int to, String fields) {
        String array = IntStream.rangeClosed(from, to)
                .mapToObj(n -> "{\"url\": \"https://news.example/%d\", \"headline\": \"About %d\", %s}"
                        .formatted(n, n, fields))
                .collect(Collectors.joining(", ", "[", "]"));
        assertThat(api.send(api.request("/api/v1/stories")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(array)))
                        .statusCode())
                .isEqualTo(200);
    }
}
