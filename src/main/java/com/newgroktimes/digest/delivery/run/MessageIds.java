package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.platform.Purpose;
import com.newgroktimes.digest.platform.SignedLinks;

/**
 * Names of messages, tied to the ledger's rows: a retry has the name of the first try (RFC 5321 §4.5.4.1), no two copies share one,
 * and nobody can make up a report about one that was never sent.
 */
@Component
public final class MessageIds {

    private static final int MAC_CHARACTERS = 20; // of base64url: 120 bits

    private final SignedLinks signatures;
    private final OurAddresses ours;

    MessageIds(SignedLinks signatures, OurAddresses ours) {
        this.signatures = signatures;
        this.ours = ours;
    }

    public String of(int edition, int revision, long subscriber) {
        return name(
                edition + "." + revision + "." + subscriber, mac("message-id " + edition + "." + revision, subscriber));
    }

    /** @param copy the number of a test's copy */
    public String ofTest(long copy) {
        return name("test." + copy, mac("message-id of a test", copy));
    }

    private String mac(String purpose, long subject) {
        String token = signatures.sign(Purpose.undated(purpose), subject, Instant.EPOCH);
        return token.substring(token.length() - MAC_CHARACTERS);
    }

    private String name(String what, String mac) {
        return "<" + what + "." + mac + "@" + ours.from().domain() + ">";
    }
}
