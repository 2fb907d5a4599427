package com.newgroktimes.digest.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9309, with the examples that it gives. */
class RobotsRulesTest {

    private static final String PRODUCT = "NewGrokTimesDigest";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/example/page/ | Disallow: / | Allow: /example/page/ | true",
                "/example/page/disallowed.gif | Allow: /example/page/ | Disallow: /example/page/disallowed.gif | false",
                "/page | Allow: /page | Disallow: /page | true",
                "/anything | Allow: /other | Disallow: | true",
                "/path/file.gif | Disallow: *.gif$ | Allow: /other | false",
                "/path/file.gif?x | Disallow: *.gif$ | Allow: /other | true",
                "/a/b/c | Disallow: /a/*/c | Allow: /other | false",
                "/a/b | Disallow: /a/*/c | Allow: /other | true",
                "/this/path/is$ | Disallow: /this/path$ | Allow: /other | true",
                "/foo/bar/%E3%83%84 | Disallow: /foo/bar/ツ | Allow: /other | false",
                "/foo/bar/%e3%83%84 | Disallow: /foo/bar/%E3%83%84 | Allow: /other | false",
                "/~u/a | Disallow: /%7Eu/ | Allow: /other | false",
                "/%7eu/a | Disallow: /~u/ | Allow: /other | false",
                "/foo/bar?baz=https://foo.bar | Disallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar | Allow: /other | true",
                "/%62%61%7A | Disallow: /baz | Allow: /other | false",
                "/a%20b | Disallow: /a b | Allow: /other | false",
                "/a%2Fb | Disallow: /a/b | Allow: /other | true",
                "/file-with-a-*.html | Disallow: /file-with-a-%2A.html | Allow: /other | false",
                "/file-with-a-x.html | Disallow: /file-with-a-%2A.html | Allow: /other | true",
                "/foo-$ | Disallow: /foo-%24 | Allow: /other | false",
                "/foo-$/a | Disallow: /foo-$/ | Allow: /other | false",
                "/100%25 | Disallow: /100% | Allow: /other | false",
                "/search?q=x | Disallow: /*?q= | Allow: /other | false",
                "/Search | Disallow: /search | Allow: /other | true"
            })
    void theLongestRuleThatMatchesDecides(String path, String first, String second, boolean allowed) {
        assertThat(rules("User-agent: *\n" + first + "\n" + second).allow(path)).isEqualTo(allowed);
        assertThat(rules("User-agent: *\n" + second + "\n" + first).allow(path)).isEqualTo(allowed);
    }

    @Test
    void aGroupThatNamesUsGoesBeforeThatOfAll() {
        RobotsRules rules = rules("""
                User-agent: *
                Disallow: /

                User-agent: newgroktimesdigest/1
                User-agent: OtherBot
                Allow: /news # all of it
                Disallow: /private

                User-agent: NewGrokTimesDigest
                Disallow: /more
                """);

        assertThat(rules.allow("/news/1")).isTrue();
        assertThat(rules.allow("/private")).isFalse();
        assertThat(rules.allow("/more")).isFalse();
        assertThat(rules.allow("/")).isTrue();
    }

    @Test
    void aGroupOfAnotherIsNotOurs() {
        RobotsRules rules = rules("User-agent: NewGrokTimesDigestImages\nDisallow: /\nUser-agent: x\nDisallow: /");

        assertThat(rules.allow("/news")).isTrue();
    }

    @Test
    void whatIsNoRobotsTxtForbidsNothing() {
        assertThat(rules("<!doctype html><title>Not here</title>").allow("/news"))
                .isTrue();
        assertThat(rules("").allow("/news")).isTrue();
        assertThat(rules("Disallow: /").allow("/news")).isTrue();
    }

    @Test
    void manyStarsCostNoTime() {
        assertThat(rules("User-agent: *\nDisallow: /" + "*a".repeat(20_000) + "$")
                        .allow("/" + "a".repeat(10_000)))
                .isTrue();
    }

    private static RobotsRules rules(String text) {
        return RobotsRules.of(text, PRODUCT);
    }
}
