package com.newgroktimes.digest.mail;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EmailAddressTest {

    private static final String LOCAL_OF_64 = "l".repeat(64);
    private static final String LABEL_OF_63 = "d".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "Ada@example.org",
                "ada+news@example.org",
                "a.d.a@example.org",
                "o'brien@example.org",
                "_@example.org",
                "1@example.org",
                "=ada@example.org",
                "+ada@example.org",
                "-ada@example.org",
                "!#$%&*/?^`{}~@example.org",
                "\"ada l\"@example.org",
                "\"a..b\"@example.org",
                "\"a@b\"@example.org",
                "\"a\\\"b\\\\c\"@example.org",
                "ada@a.b.example.org",
                "ada@1.example.org",
                "ada@a--b.example.org",
                "ada@example.test",
                "ada@example.example",
                "дана@example.org",
                "é@example.org",
            })
    void isItsOwnKey(String typed) {
        assertThat(EmailAddress.parse(typed).key()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"ada\"@example.org', ada@example.org",
        "'\"a\\da\"@example.org', ada@example.org",
        "'\"a.d.a\"@example.org', a.d.a@example.org",
        "'\"ada\\ l\"@example.org', '\"ada l\"@example.org'",
        "ada@EXAMPLE.ORG, ada@example.org",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@BÜCHER.example, ada@xn--bcher-kva.example",
        "ada@xn--bcher-kva.example, ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
        "ada@faß.example, ada@xn--fa-hia.example",
        "ada@ｅxample.org, ada@example.org",
        "ada@example。org, ada@example.org",
        "e\u0301@example.org, \u00e9@example.org",
        "'  ada@example.org ', ada@example.org",
        "'\tada@example.org\u00a0\r\n', ada@example.org",
        "ada@نامه\u200cای.example, ada@xn--mgba3gch31f060k.example",
    })
    void hasOneKeyHoweverItIsTyped(String typed, String key) {
        assertThat(EmailAddress.parse(typed).key()).isEqualTo(key);
        assertThat(EmailAddress.parse(key)).isEqualTo(EmailAddress.parse(typed));
    }

    @Test
    void neverFoldsWhatOnlyTheReceiverMayFold() {
        assertThat(EmailAddress.parse("Ada@example.org")).isNotEqualTo(EmailAddress.parse("ada@example.org"));
    }

    @Test
    void countsOctetsUpToTheLimits() {
        String longest = LOCAL_OF_64 + "@" + LABEL_OF_63 + "." + LABEL_OF_63 + "." + "d".repeat(57) + ".org";
        assertThat(longest).hasSize(254);

        assertThat(EmailAddress.parse(longest).key()).isEqualTo(longest);
        assertFault("l" + longest, AddressFault.NAME_TOO_LONG);
        assertFault("é".repeat(33) + "@example.org", AddressFault.NAME_TOO_LONG);
        assertFault("ada@d" + LABEL_OF_63 + ".org", AddressFault.DOMAIN_TOO_LONG);
        assertFault("ada@" + "ü".repeat(60) + ".org", AddressFault.DOMAIN_TOO_LONG);
        assertFault("a@" + (LABEL_OF_63 + ".").repeat(4) + "org", AddressFault.DOMAIN_TOO_LONG);
        assertFault(longest.replace(".org", ".orga"), AddressFault.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        ".ada@example.org, DOTS",
        "ada.@example.org, DOTS",
        "a..b@example.org, DOTS",
        "ada, NO_AT",
        "@example.org, NO_NAME",
        "ada@, NO_DOMAIN",
        "a@b@example.org, SEVERAL",
        "ada l@example.org, BLANK",
        "ada\u00a0l@example.org, BLANK",
        "ada(x)@example.org, NOT_BARE",
        "ada@example.org(x), DOMAIN_CHARACTER",
        "Ada <ada@example.org>, NOT_BARE",
        "'\"Ada\" <ada@example.org>', NOT_BARE",
        "'a@example.org,b@example.org', SEVERAL",
        "'a@example.org;b@example.org', SEVERAL",
        "'ada@example.org,', SEVERAL",
        "mailto:ada@example.org, NAME_CHARACTER",
        "ada@example.org., DOMAIN_DOTS",
        "ada@example.org。, DOMAIN_DOTS",
        "'ada\rb@example.org', CONTROL",
        "'ada\nb@example.org', CONTROL",
        "'ada\u0000b@example.org', CONTROL",
        "'ada\tb@example.org', CONTROL",
        "'\"ada\tb\"@example.org', CONTROL",
        "'ada@example.org\r\nBcc: eve@example.org', CONTROL",
        "ada\u0085@example.org, INVISIBLE",
        "ada\u2028@example.org, INVISIBLE",
        "a\u200bda@example.org, INVISIBLE",
        "a\u202eda@example.org, INVISIBLE",
        "a\u200dda@example.org, INVISIBLE",
        "a\ufe0fda@example.org, INVISIBLE",
        "a\ud800da@example.org, INVISIBLE",
        "ada@ex\u200bample.org, INVISIBLE",
        "ada@ex\u00adample.org, INVISIBLE",
        "ada@ex\u200cample.org, DOMAIN_CHARACTER",
        "ada@[192.0.2.1], NETWORK_ADDRESS",
        "ada@[IPv6:2001:db8::1], NETWORK_ADDRESS",
        "ada@192.0.2.1, NETWORK_ADDRESS",
        "ada@example.123, NETWORK_ADDRESS",
        "ada@example, ONE_LABEL",
        "ada@localhost, ONE_LABEL",
        "ada@x.invalid, NO_SUCH_DOMAIN",
        "ada@x.local, NO_SUCH_DOMAIN",
        "ada@x.onion, NO_SUCH_DOMAIN",
        "ada@x.localhost, NO_SUCH_DOMAIN",
        "ada@X.LOCAL, NO_SUCH_DOMAIN",
        "ada@-a.example, DOMAIN_CHARACTER",
        "ada@a-.example, DOMAIN_CHARACTER",
        "ada@a_b.example, DOMAIN_CHARACTER",
        "ada@a b.example, DOMAIN_CHARACTER",
        "ada@a..example, DOMAIN_DOTS",
        "ada@.example, DOMAIN_DOTS",
        "ada@ü..example, DOMAIN_DOTS",
        "ada@☃.example, DOMAIN_CHARACTER",
        "ada@xn--n3h.example, DOMAIN_CHARACTER",
        "ada@xn--a.example, DOMAIN_CHARACTER",
        "ada@xn--.example, DOMAIN_CHARACTER",
        "ada@xn--Bcher-Kv.example, DOMAIN_CHARACTER",
        "ada@a\u0640b.example, DOMAIN_CHARACTER",
        "'\"ada@example.org', OPEN_QUOTE",
        "'\"a\\\"@example.org', OPEN_QUOTE",
        "'\"ada\"x@example.org', NOT_BARE",
        "'\"ada\\\u00e9\"@example.org', NAME_CHARACTER",
    })
    void isRefusedWithTheReason(String typed, AddressFault fault) {
        assertFault(typed, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:ada@example.org, ada@example.org",
        "MailTo:ada@example.org?subject=Hello, ada@example.org",
        "ada@example.org., ada@example.org",
        "Ada <ada@example.org>, ada@example.org",
        "< ada@example.org >, ada@example.org",
    })
    void offersWhatWasProbablyMeant(String typed, String suggestion) {
        InvalidAddress invalid = catchThrowableOfType(InvalidAddress.class, () -> EmailAddress.parse(typed));
        assertThat(invalid.suggestion()).contains(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:ada", "mailto:ada@x.invalid", "ada@example.", "Ada <ada>", "a b@example.org"})
    void offersNothingThatIsNoAddressEither(String typed) {
        InvalidAddress invalid = catchThrowableOfType(InvalidAddress.class, () -> EmailAddress.parse(typed));
        assertThat(invalid.suggestion()).isEmpty();
    }

    @Test
    void letsOurOwnAddressesUseReservedNames() {
        assertThat(EmailAddress.ofOurs("digest@news.invalid").key()).isEqualTo("digest@news.invalid");
        assertThatThrownBy(() -> EmailAddress.ofOurs("дана@example.org")).hasMessageContaining("a to z");
        assertThatThrownBy(() -> EmailAddress.ofOurs("digest@ехаmple.org")).hasMessageContaining("scripts");
        assertThat(EmailAddress.ofOurs("digest@bücher.example").domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void printsMasked() {
        assertThat(EmailAddress.parse("ada@example.org")).hasToString("a…@example.org");
        assertThat(EmailAddress.parse("\"ada l\"@example.org")).hasToString("a…@example.org");
        assertThat(EmailAddress.parse("𝒜da@example.org")).hasToString("𝒜…@example.org");
    }

    @Test
    void isReadTheSameAgainWhateverWasTyped() {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            String typed = anything(random);
            try {
                EmailAddress address = EmailAddress.parse(typed);
                assertThat(EmailAddress.parse(address.key())).as(typed).isEqualTo(address);
                assertThat(EmailAddress.stored(address.key()))
                        .isEqualTo(address)
                        .hasSameHashCodeAs(address);
            } catch (InvalidAddress invalid) {
                assertThat(invalid.getMessage()).isNotBlank();
            }
        }
    }

    private static String anything(Random random) {
        List<String> bits =
                List.of("a", "é", "e\u0301", "\u0338", "=", "\"", "\\", ".", " ", "@", "ß", "中", "xn--", "x.org");
        var typed = new StringBuilder(random.nextBoolean() ? "\"" : "");
        random.ints(random.nextInt(8), 0, bits.size()).forEach(i -> typed.append(bits.get(i)));
        return typed.append(random.nextBoolean() ? "\"@" : "@")
                .append(bits.get(random.nextInt(bits.size())))
                .append(".example")
                .toString();
    }

    private static void assertFault(String typed, AddressFault fault) {
        InvalidAddress invalid = catchThrowableOfType(InvalidAddress.class, () -> EmailAddress.parse(typed));
        assertThat(invalid).as(typed).isNotNull();
        assertThat(invalid.fault()).as(typed).isEqualTo(fault);
        assertThat(invalid).hasMessage(fault.sentence());
    }
}
