package com.newgroktimes.digest.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import com.newgroktimes.digest.platform.PlatformSettings.PublicationSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientAddressesTest {

    @Test
    void aForgedHeaderIsNotBelieved() {
        assertThat(seen(trusting(), "203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
        assertThat(seen(trusting("10.0.0.0/8"), "203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void aTrustedProxyTellsWhoIsBehindIt() {
        ClientAddresses addresses = trusting("10.0.0.0/8", "2001:db8:ffff::/48");

        assertThat(seen(addresses, "10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(seen(addresses, "10.1.2.3", "198.51.100.1", "10.9.9.9")).isEqualTo("198.51.100.1");
        assertThat(seen(addresses, "2001:db8:ffff::1", "198.51.100.1:4711")).isEqualTo("198.51.100.1");
        assertThat(seen(addresses, "10.1.2.3", "[2001:db8:1:2::3]:443")).isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void whatAClientWritesBeforeTheProxyDoesNotCount() {
        assertThat(seen(trusting("10.1.2.3"), "10.1.2.3", "1.1.1.1, 192.0.2.8", "198.51.100.1"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void nonsenseLeavesTheProxysOwnAddress() {
        for (String hop :
                List.of("", "unknown", "localhost", "example.org", "999.1.1.1", "1.2.3", "::gg", "10.0.0.1;x")) {
            assertThat(seen(trusting("10.1.2.3"), "10.1.2.3", hop)).isEqualTo("10.1.2.3");
        }
    }

    @Test
    void evidenceKeepsTheNetworkOnly() {
        assertThat(address("203.0.113.77").shortened()).isEqualTo("203.0.113.0/24");
        assertThat(address("2001:db8:1:2:3:4:5:6").shortened()).isEqualTo("2001:db8:1::/48");
        assertThat(address("203.0.113.77")).hasToString("203.0.113.0/24");
    }

    @Test
    void limitsCountAnIpv4AddressOrAnIpv6Network() {
        assertThat(address("203.0.113.77").network()).isEqualTo("203.0.113.77");
        assertThat(address("::ffff:203.0.113.77").network()).isEqualTo("203.0.113.77");
        assertThat(address("2001:db8:1:2:3:4:5:6").network()).isEqualTo("2001:db8:1:2::/64");
        assertThat(address("fe80::1%eth0").network()).isEqualTo("fe80:0:0:0::/64");
    }

    @Test
    void aProxyIsAnAddressOrANetwork() {
        for (String proxy : List.of("proxy.example.org", "10.0.0.0/99", "10.0.0.0/", "10.0.0", "")) {
            assertThatThrownBy(() -> trusting(proxy))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"%s\" is no address, and no network such as 10.0.0.0/8.".formatted(proxy));
        }
    }

    private static String seen(ClientAddresses addresses, String from, String... forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        for (String header : forwardedFor) {
            request.addHeader("X-Forwarded-For", header);
        }
        return addresses.of(request).network();
    }

    private static ClientAddress address(String literal) {
        return ClientAddress.parse(literal).orElseThrow();
    }

    private static ClientAddresses trusting(String... proxies) {
        PublicationSettings publication = new PublicationSettings("Gazette", "", "", ZoneId.of("UTC"), null, List.of());
        return new ClientAddresses(new PlatformSettings(
                URI.create("https://digest.example.org"),
                publication,
                Path.of("data"),
                null,
                Stream.of(proxies).map(Network::valueOf).toList(),
                Duration.ZERO));
    }
}
