package com.newgroktimes.digest.platform.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ExtendWith(OutputCaptureExtension.class)
class SettingsReviewTest {

    private static final String DIGEST = "com.newgroktimes.digest";

    private static final Map<String, String> ENOUGH = Map.of(
            "digest.base-url", "https://digest.example.org",
            "digest.publication.postal-address", "1 Example Street, 00000 Sampletown",
            "digest.mail.from", "digest@example.org",
            "digest.mail.reply-to", "editors@example.org",
            "digest.mail.list-id", "digest.example.org");

    @Test
    void whatIsEnoughIsNotRefused() {
        assertThatCode(() -> review(Map.of(), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void allThatIsMissingOrWrongIsNamedAtOnce() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "wrong",
                        Map.of(
                                "digest.delivery.holding", "soon",
                                "digest.delivery.connections", "0",
                                "digest.trusted-proxies", "10.0.0.0/8,proxy",
                                "digest.publication.nmae", "The Gazette")));
        var review = new SettingsReview(DIGEST, given -> Optional.of(new StartRefused("No relay is set.", "Set one.")));

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> review.review(attached(environment)));

        assertThat(refused)
                .hasMessageStartingWith("10 settings are missing or wrong.")
                .hasMessageContainingAll(
                        "digest.base-url is not set",
                        "digest.publication.postal-address is not set",
                        "digest.mail.from is not set",
                        "digest.mail.reply-to is not set",
                        "digest.mail.list-id is not set",
                        "digest.delivery.holding is \"soon\"",
                        "digest.delivery.connections is \"0\"",
                        "\"proxy\" is no address, and no network such as 10.0.0.0/8.",
                        "There is no setting digest.publication.nmae. Was digest.publication.name meant?",
                        "No relay is set.");
        assertThat(refused.remedy())
                .contains("DIGEST_BASE_URL", "Correct the name digest.publication.nmae, or take it out.", "Set one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digest.delivery.holding         | soon     | it must be a length of time such as 90s, 30m, 24h or 7d.",
                "digest.delivery.holding         | 5        | it must be a length of time such as 90s, 30m, 24h or 7d.",
                "digest.look.light.link          | red      | it must be # and six hex digits, such as #1d4680.",
                "digest.look.dark.msm-ground     | #123     | it must be # and six hex digits, such as #1d4680.",
                "digest.look.serif               | a;b:url()| it must be names of fonts, apart by commas, those of more than one word in single quotes.",
                "digest.delivery.connections     | many     | it must be a whole number.",
                "digest.delivery.connections     | 300      | it must be less than or equal to 256.",
                "digest.delivery.give-up-after   | 0s       | it must be longer than or equal to",
                "digest.delivery.problems-above  | 2        | A share is a number with a percent sign after it",
                "digest.delivery.problems-above  | ab%      | A share is a number with a percent sign after it",
                "digest.delivery.safety.disk-below | much   | it must be an amount of storage such as 256MB or 2GB.",
                "digest.delivery.mx-name-server  | dns://192.0.2.53 | it must be a name or an address, such as 192.0.2.53 or 192.0.2.53:53.",
                "digest.delivery.mx-name-server  | 192.0.2.53:65536 | it must be a name or an address, such as 192.0.2.53 or 192.0.2.53:53.",
                "digest.delivery.retry.later-tries-after | 0 | it must be longer than or equal to",
                "digest.schedule.enabled         | perhaps  | it must be true or false.",
                "digest.edition.closes-on        | MOONDAY  | it must be one of MONDAY, TUESDAY",
                "digest.edition.closes-at        | noon     | it must be a time of day such as 06:00.",
                "digest.publication.time-zone    | Mars     | it must be a time zone such as UTC or Europe/Zurich.",
                "digest.base-url                 | example | it must begin with https:// or http://.",
                "digest.trusted-proxies          | proxy.example.org | \"proxy.example.org\" is no address, and no network",
                "digest.trusted-proxies          | 10.0.0.0/8,10.0.0.0/99 | \"10.0.0.0/99\" is no address, and no network",
                "digest.publication.language      | xx       | it must be one of ar, de, en, the languages that there are words in.",
                "digest.subscribers.embed-origins | blog.example.org | it must begin with https:// or http://, as browsers name a site",
                "digest.subscribers.embed-origins | https://blog.example.org/news | it must be scheme and host alone",
                "digest.subscribers.embed-origins | https:blog | it must be scheme and host alone",
                "digest.legacy-links[0].pattern  | /u/{key} | this service answers there itself (/u/{token})",
                "digest.schedule.cron            | daily    | it must have six fields",
                "digest.stories.feeds[0].url     | feed.xml | is no address of a feed",
                "digest.fetch.allowed-hosts[0]   | 127.0.0.1:9701 | Give its name or address alone",
            })
    void whatCannotBeReadIsNamedWithItsValueAndTheFormExpected(String name, String value, String reason) {
        StartRefused refused = refused(Map.of(name, value), Map.of());

        assertThat(refused)
                .hasMessageStartingWith("The setting %s is \"%s\": ".formatted(name, value))
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("@", "java.", "convert");
    }

    @ParameterizedTest
    @CsvSource({
        "digest.stories.feeds[0].sectoin,    digest.stories.feeds[0].section",
        "digest.stories.feeds[12].fulltexts, digest.stories.feeds[12].full-text",
        "digest.stories.feds[0].name,        digest.stories.feeds[0].name",
        "digest.relays[1].pasword,           digest.relays[1].password",
        "digest.delivery.destinations[0].conections, digest.delivery.destinations[0].connections",
        "digest.legacy-links[0].patern,      digest.legacy-links[0].pattern",
        "digest.publication.setcions[1],     digest.publication.sections[1]",
        "digest.trusted-proxys[0],           digest.trusted-proxies[0]",
    })
    void aNameInAListIsReviewedAsAnyOther(String given, String meant) {
        assertThat(refused(Map.of(given, "x"), Map.of()))
                .hasMessageContaining("There is no setting %s. Was %s meant?".formatted(given, meant))
                .hasMessageNotContaining("unbound");
    }

    @Test
    void aNameInAListIsReviewedInTheEnvironmentToo() {
        assertThat(refused(
                        Map.of(),
                        Map.of(
                                "DIGEST_STORIES_FEEDS_0_URL", "https://example.org/feed",
                                "DIGEST_STORIES_FEEDS_0_FULLTEXT", "true",
                                "DIGEST_STORIES_FEEDS_0_SECTOIN", "Town")))
                .hasMessage(
                        "There is no setting DIGEST_STORIES_FEEDS_0_SECTOIN. Was DIGEST_STORIES_FEEDS_0_SECTION meant?");
    }

    @Test
    void allThatIsWrongInListsIsNamedAtOnceAndNothingElseOfThem() {
        StartRefused refused = refused(
                Map.of(
                        "digest.stories.feeds[0].url", "feed.xml",
                        "digest.stories.feeds[0].interval", "10s",
                        "digest.stories.feeds[0].sectoin", "Town",
                        "digest.stories.feeds[1].section", "Harbour",
                        "digest.fetch.allowed-hosts[0]", "127.0.0.1:9701",
                        "digest.fetch.allowed-hosts[1]", "https://example.org",
                        "digest.fetch.allowed-hosts[2]", "example.org"),
                Map.of());

        assertThat(refused)
                .hasMessageStartingWith("6 settings are missing or wrong.")
                .hasMessageContainingAll(
                        "digest.stories.feeds[0].url is \"feed.xml\"",
                        "digest.stories.feeds[0].interval is \"10s\": it must be longer than or equal to",
                        "There is no setting digest.stories.feeds[0].sectoin.",
                        "digest.stories.feeds[1].url is not set: it is needed",
                        "digest.fetch.allowed-hosts[0] is \"127.0.0.1:9701\"",
                        "digest.fetch.allowed-hosts[1] is \"https://example.org\"")
                .hasMessageNotContainingAny("unbound", "[1].section", "allowed-hosts[2]");
    }

    @Test
    void allThatIsWrongWithRelaysIsNamedAtOnceInTheWordsOfTheirSettings() {
        assertThat(refused(
                        Map.of(
                                "digest.relays[0].host", "relay.example.org",
                                "digest.relays[0].kind", "amazon",
                                "digest.relays[0].tls", "ssl",
                                "digest.relays[0].username", "ngt",
                                "digest.relays[1].connections", "many",
                                "digest.relays[1].per-minute", "600",
                                "digest.relays[2].host", "RELAY.example.org",
                                "digest.relays[2].connections", "0",
                                "digest.relays[3].host", "relay.example.org",
                                "digest.relays[3].port", "587"),
                        Map.of()))
                .hasMessageStartingWith("7 settings are missing or wrong.")
                .hasMessageContainingAll(
                        "digest.relays[0].kind is \"amazon\": it must be one of plain, ses, postmark.",
                        "digest.relays[0].tls is \"ssl\": it must be one of starttls, implicit, none.",
                        "digest.relays[0].password is not set",
                        "digest.relays[1].connections is \"many\": it must be a whole number.",
                        "digest.relays[1].host is not set",
                        "digest.relays[2].connections is \"0\": it must be greater than or equal to 1.",
                        "digest.relays[3].host is \"relay.example.org\": digest.relays[2] has the same host, port and user name.")
                .extracting(StartRefused::remedy)
                .asString()
                .contains("Take digest.relays[3] out, and add its connections to those of digest.relays[2].");
    }

    @Test
    void whatIsNotSetIsNotSaidToBeEmpty() {
        assertThat(refused(Map.of("digest.delivery.destinations[0].per-minute", "60"), Map.of()))
                .hasMessage("The setting digest.delivery.destinations[0].name is not set: it must not be blank.");
    }

    @Test
    void anAddressThatCannotBeReadEndsNoListOfFeeds() {
        assertThat(refused(
                        Map.of("digest.stories.feeds[0].url", "feed.xml", "digest.stories.feeds[1].url", "other.xml"),
                        Map.of()))
                .hasMessageStartingWith("2 settings are missing or wrong.")
                .hasMessageContainingAll("feeds[0].url is", "feeds[1].url is");
    }

    @Test
    void aFeedThatStandsTwiceAndANumberThatIsLeftOutAreNamed() {
        String feed = "https://example.org/feed";
        assertThat(refused(Map.of("digest.stories.feeds[0].url", feed, "digest.stories.feeds[1].url", feed), Map.of()))
                .hasMessage("The setting digest.stories.feeds[1].url is \"%s\": it stands twice. Take one of them out."
                        .formatted(feed));
        assertThat(refused(Map.of("digest.stories.feeds[1].url", feed), Map.of()))
                .hasMessage("The setting digest.stories.feeds[1] cannot be read: an element before it is missing.");
    }

    @Test
    void anEnvironmentVariableIsReviewedAsASettingIs() {
        assertThat(refused(Map.of(), Map.of("DIGEST_DELIVERY_HOLDING", "soon")))
                .hasMessageContaining("digest.delivery.holding is \"soon\"");
        assertThat(refused(Map.of(), Map.of("DIGEST_MAIL_FRM", "digest@example.org")))
                .hasMessage("There is no setting DIGEST_MAIL_FRM. Was DIGEST_MAIL_FROM meant?");
    }

    @Test
    void everyWayToWriteANameIsUnderstood() {
        assertThatCode(() -> review(
                        Map.of(
                                "digest.baseUrl", "https://digest.example.org",
                                "digest.publication.sections[0]", "World",
                                "digest.trusted-proxies", "10.0.0.0/8,10.1.0.0/16"),
                        Map.of(
                                "DIGEST_BASEURL", "https://digest.example.org",
                                "DIGEST_PUBLICATION_POSTAL_ADDRESS", "1 Example Street",
                                "DIGEST_SUBSCRIBERS_SOURCES_0", "shop",
                                "DIGEST_WORDS_EN_MAIL_FOOTER_REPLY", "Write to us.",
                                "DIGEST_SUBSCRIBERS_LIMITS_PER_NETWORK", "5")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digest.bounces.mailbox.host",
                "digest.relays[0].host",
                "digest.gazettes[0].url",
                "digest.colours.of.another.year"
            })
    void whatIsFarFromEverySettingStopsNothing(String name) {
        assertThatCode(() -> review(Map.of(name, "x"), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void whatIsFarFromEverySettingIsToldInTheLog(CapturedOutput output) {
        review(
                Map.of("digest.colours.of.another.year", "x"),
                Map.of(
                        "DIGEST_URL", "https://digest.example.org",
                        "DIGEST_SERVICE_HOST", "10.0.0.1",
                        "DIGEST_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "DIGEST_WINDOW", "x"));

        assertThat(output)
                .contains("digest.colours.of.another.year is no setting of this version")
                .contains("DIGEST_WINDOW is no setting of this version")
                .doesNotContain("DIGEST_URL", "DIGEST_SERVICE_HOST", "DIGEST_PORT");
    }

    @Test
    void aTokenThatIsTooShortIsNotPrinted() {
        assertThat(refused(Map.of("digest.operator.api-token", "secret"), Map.of()))
                .hasMessageContaining("digest.operator.api-token has 6 characters")
                .hasMessageNotContaining("secret");
        assertThat(refused(Map.of("digest.operator.api-token", "secret"), Map.of())
                        .remedy())
                .contains("digest.operator.api-token", "DIGEST_OPERATOR_API_TOKEN", "openssl rand -hex 32");
    }

    @Test
    void whatThereIsNoSettingForIsToBeTakenOut() {
        assertThat(refused(Map.of("digest.words.de.nosuch.key", "x"), Map.of()).remedy())
                .isEqualTo("Take digest.words.de.nosuch.key out, or correct its name.");
    }

    private static StartRefused refused(Map<String, String> settings, Map<String, String> variables) {
        return catchThrowableOfType(StartRefused.class, () -> review(settings, variables));
    }

    private static void review(Map<String, String> settings, Map<String, String> variables) {
        Map<String, Object> given = new HashMap<>(ENOUGH);
        given.putAll(settings);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(variables)));
        environment.getPropertySources().addFirst(new MapPropertySource("settings", given));
        new SettingsReview(DIGEST).review(attached(environment));
    }

    private static StandardEnvironment attached(StandardEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
