package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/** One address as an operator types it. */
final class TypedAddress {

    private TypedAddress() {}

    /** @throws Problem with what is wrong, and what was probably meant */
    static EmailAddress parse(String typed) {
        try {
            return EmailAddress.parse(typed);
        } catch (InvalidAddress invalid) {
            String meant =
                    invalid.suggestion().map(" Did you mean %s?"::formatted).orElse("");
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "That is not an address",
                    invalid.fault().sentence() + meant + " Nothing was done.");
        }
    }
}
