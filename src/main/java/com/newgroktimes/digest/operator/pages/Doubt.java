package com.newgroktimes.digest.operator.pages;

import java.util.Optional;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.LikelySlip;
import com.newgroktimes.digest.subscribers.Admission;

/**
 * What speaks against an address that an operator typed. Templates read it.
 *
 * @param kind  the end of its message's key
 * @param meant the address that was probably meant; empty: none
 */
public record Doubt(String kind, String meant) {

    static Optional<Doubt> about(EmailAddress address, Admission admission) {
        return LikelySlip.in(address)
                .map(meant -> new Doubt("SLIP", meant))
                .or(() -> admission.doubt(address).map(verdict -> new Doubt(verdict.name(), "")));
    }
}
