package com.newgroktimes.digest.site;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Every door that takes an address reads it in the same way. */
@DigestTest
class AddressesAtTheDoorsTest {

    private static final String LABEL_OF_63 = "d".repeat(63);

    /** As typed, and the key. */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("Ada@example.org", "Ada@example.org"),
            Map.entry("ada+news@example.org", "ada+news@example.org"),
            Map.entry("o'brien@example.org", "o'brien@example.org"),
            Map.entry("=ada@example.org", "=ada@example.org"),
            Map.entry("\"ada l\"@example.org", "\"ada l\"@example.org"),
            Map.entry("\"eve\"@example.org", "eve@example.org"),
            Map.entry("  ben@EXAMPLE.ORG ", "ben@example.org"),
            Map.entry("ada@b\u00fccher.example", "ada@xn--bcher-kva.example"),
            Map.entry("ada@fa\u00df.example", "ada@xn--fa-hia.example"),
            Map.entry("ada@\uff45xample\u3002org", "ada@example.org"),
            Map.entry("\u0434\u0430\u043d\u0430@example.org", "\u0434\u0430\u043d\u0430@example.org"),
            Map.entry("e\u0301@example.org", "\u00e9@example.org"),
            Map.entry("l".repeat(64) + "@example.org", "l".repeat(64) + "@example.org"));

    private static final List<String> REFUSED = List.of(
            "",
            "ada",
            "@example.org",
            "ada@",
            "a@b@example.org",
            "l".repeat(65) + "@example.org",
            "\u00e9".repeat(33) + "@example.org",
            "ada@d" + LABEL_OF_63 + ".org",
            "l".repeat(64) + "@" + LABEL_OF_63 + "." + LABEL_OF_63 + "." + "d".repeat(58) + ".org",
            ".ada@example.org",
            "ada.@example.org",
            "a..b@example.org",
            "ada l@example.org",
            "ada(x)@example.org",
            "Ada <ada@example.org>",
            "a@example.org,b@example.org",
            "a@example.org;b@example.org",
            "mailto:ada@example.org",
            "ada@example.org.",
            "ada\rb@example.org",
            "ada\nb@example.org",
            "ada@example.org\r\nBcc: eve@example.org",
            "ada\0@example.org",
            "ada\tb@example.org",
            "a\u200bda@example.org",
            "a\u202eda@example.org",
            "a\ufffdda@example.org",
            "ada@[192.0.2.1]",
            "ada@[IPv6:2001:db8::1]",
            "ada@example",
            "ada@localhost",
            "ada@x.invalid",
            "ada@x.local",
            "ada@x.onion",
            "ada@-a.example",
            "ada@a_b.example",
            "ada@a..example",
            "ada@192.0.2.1",
            "ada@example.123",
            "ada@\u2603.example",
            "ada@xn--a.example",
            "\"ada@example.org");

    @LocalServerPort
    private int port;

    @Autowired
    private Readers readers;

    @Autowired
    private JsonMapper json;

    private Visitor visitor;

    @BeforeEach
    void someoneComesBy() {
        visitor = new Visitor(port);
    }

    @Test
    void whatIsAnAddressIsTaken() {
        TAKEN.forEach((typed, key) -> {
            assertThat(form("/subscribe", typed).status()).as(typed).isEqualTo(303);
            assertThat(readers.knows(key)).as(typed).isTrue();
            assertThat(api(typed).status()).as(typed).isEqualTo(202);
            assertThat(form("/leave", typed).status()).as(typed).isEqualTo(303);
            assertThat(readers.acts(readers.find(key))).as(typed).hasSize(3);
        });
    }

    @Test
    void whatIsNoneIsRefusedInWordsAndKeptInTheForm() {
        for (String typed : REFUSED) {
            for (String door : List.of("/subscribe", "/leave")) {
                Page page = form(door, typed);
                assertThat(page.status()).as(typed).isEqualTo(422);
                assertThat(page.html().select("#email-error")).as(typed).hasSize(1);
                assertThat(page.html().select("[name=email][aria-invalid=true]"))
                        .as(typed)
                        .hasSize(1);
            }
            Page answer = api(typed);
            assertThat(answer.status()).as(typed).isEqualTo(400);
            assertThat(answer.response().body()).as(typed).contains("\"detail\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:ada@example.org, ada@example.org",
        "ada@example.org., ada@example.org",
        "Ada <ada@example.org>, ada@example.org",
    })
    void aFixIsOffered(String typed, String fix) {
        Page asked = form("/subscribe", typed);
        assertThat(asked.html().select("button[name=email]").eachAttr("value")).containsExactly(fix);
        assertThat(asked.html().select("#email").val()).isEqualTo(typed);
        assertThat(api(typed).response().body()).contains("\"suggestion\":\"" + fix + "\"");
        assertThat(readers.knows(fix)).isFalse();

        assertThat(visitor.presses("Did you mean " + fix + "?", asked).heading())
                .isEqualTo("Look in your inbox");
        assertThat(readers.knows(fix)).isTrue();
    }

    private Page form(String door, String typed) {
        return visitor.posts(URI.create(door), Map.of("email", typed));
    }

    private Page api(String typed) {
        return visitor.sends(
                "POST",
                URI.create("/api/v1/subscriptions"),
                "application/json",
                BodyPublishers.ofString(json.writeValueAsString(Map.of("email", typed))));
    }
}
