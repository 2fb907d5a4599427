package com.newgroktimes.digest.subscribers;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.Keys;
import com.newgroktimes.digest.subscribers.Origins.Kept;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class OriginsTest {

    @Autowired
    private Keys keys;

    @Autowired
    private Readers readers;

    @Autowired
    private Subscribers subscribers;

    @LocalServerPort
    private int port;

    @Test
    void theNetworkIsKeptUnlessItIsToldOtherwise() throws UnknownHostException {
        assertThat(kept(Kept.SHORTENED, "192.0.2.17")).isEqualTo("192.0.2.0/24");

        new Visitor(port).posts(URI.create("/subscribe"), Map.of("email", "ada@example.org"));
        assertThat(subscribers.evidence(readers.find("ada@example.org").id()))
                .first()
                .extracting(Evidence::from)
                .isEqualTo("127.0.0.0/24");
    }

    @Test
    void aHashTellsTwoApartAndGivesNeitherAway() throws UnknownHostException {
        String hash = kept(Kept.HASHED, "192.0.2.17");

        assertThat(hash)
                .matches("hash [0-9a-f]{16}")
                .isEqualTo(kept(Kept.HASHED, "192.0.2.17"))
                .isNotEqualTo(kept(Kept.HASHED, "192.0.2.18"));
    }

    @Test
    void nothingIsKeptWhereNothingMayBe() throws UnknownHostException {
        assertThat(kept(Kept.NONE, "2001:db8::1")).isEmpty();
    }

    @Test
    void anAddressInWhatOthersWroteIsKeptAsOurs() {
        Origins origins = origins(Kept.SHORTENED);

        assertThat(origins.in(
                        "signed up 2020-01-02 10:00:00Z from 203.0.113.9, confirmed 10:05:00 from 2001:db8:1:2::7."))
                .isEqualTo(
                        "signed up 2020-01-02 10:00:00Z from 203.0.113.0/24, confirmed 10:05:00 from 2001:db8:1::/48.");
        assertThat(origins.in("from 203.0.113.0/24 and 2001:db8:1::/48, version 1.2.3"))
                .isEqualTo("from 203.0.113.0/24 and 2001:db8:1::/48, version 1.2.3");
        assertThat(origins(Kept.NONE).in("from 203.0.113.9")).isEqualTo("from somewhere");
    }

    private String kept(Kept kept, String address) throws UnknownHostException {
        return origins(kept).of(new ClientAddress(InetAddress.getByName(address)));
    }

    private Origins origins(Kept kept) {
        var settings = new SubscriberSettings(false, 600, List.of(), kept, new SubscriberSettings.Limits(0, 0, 0));
        return new Origins(settings, keys);
    }
}
