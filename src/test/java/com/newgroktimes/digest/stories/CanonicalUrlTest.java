package com.newgroktimes.digest.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example.ORG/Path/To?b=2&a=1, https://news.example.org/Path/To?b=2&a=1",
        "https://example.org:443/a,                https://example.org/a",
        "http://example.org:80/a,                  http://example.org/a",
        "http://example.org:443/a,                 http://example.org:443/a",
        "https://example.org:/a,                   https://example.org/a",
        "https://example.org:8443/a,               https://example.org:8443/a",
        "https://example.org/a#part,               https://example.org/a",
        "https://example.org/a?x=1#?y=2,           https://example.org/a?x=1",
        "https://example.org/a?utm_source=x,       https://example.org/a",
        "https://example.org/a?utm_source=x&id=7&fbclid=y&gclid=z&q=a%20b, https://example.org/a?id=7&q=a%20b",
        "https://example.org/a?UTM_Campaign=x&mc_cid=1&mc_eid=2&msclkid=3&z, https://example.org/a?z",
        "https://example.org/a?utmost=1&my_utm_x=2, https://example.org/a?utmost=1&my_utm_x=2",
        "https://example.org/a?b=1&&c=%C3%A9,      https://example.org/a?b=1&&c=%C3%A9",
        "https://example.org/%7Euser/%7euser,      https://example.org/%7Euser/%7euser",
        "https://example.org/a|b?c={d},            https://example.org/a|b?c={d}",
        "https://bücher.example/straße,            https://xn--bcher-kva.example/straße",
        "https://[2001:DB8::1]:443/a,              https://[2001:db8::1]/a",
        "https://example.org,                      https://example.org",
    })
    void onePageHasOneAddress(String typed, String canonical) {
        assertThat(CanonicalUrl.of(typed).value()).isEqualTo(canonical);
        assertThat(CanonicalUrl.of(canonical).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org/a",
                "/a",
                "//example.org/a",
                "ftp://example.org/a",
                "javascript:alert(1)",
                "mailto:a@example.org",
                "https://",
                "https:///a",
                "https://:443/a",
                "https://example.org:99999/a",
                "https://example.org:0/a",
                "https://user:secret@example.org/a",
                "https://exa mple.org/",
                "https://example.org/a b",
                "https://example.org/\u0000",
                "https://example.org/a\nb",
                "https://example.org/\"onclick",
                "https://example.org\\a",
                "https://.example.org/",
                "https://exa$mple.org/",
                "https://[::1/",
                "https://a\u202eb.example/"
            })
    void whatNoReaderCouldOpenIsRefusedWithAReason(String typed) {
        assertThatThrownBy(() -> CanonicalUrl.of(typed))
                .isInstanceOf(NotAnAddress.class)
                .hasMessageStartingWith("\"" + typed + "\" ")
                .hasMessageEndingWith(".");
    }

    @Test
    void anEndlessAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> CanonicalUrl.of("https://example.org/" + "a".repeat(3_000)))
                .isInstanceOf(NotAnAddress.class)
                .hasMessageContaining("2,000 bytes")
                .hasMessageMatching(".{0,200}");
    }
}
