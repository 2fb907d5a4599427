package com.newgroktimes.digest.site;

import org.springframework.http.HttpStatus;

/**
 * A form that asks for an address, as it is shown.
 *
 * @param action     where it is sent
 * @param email      what was typed
 * @param source     where the form stands
 * @param error      key of the message that says what is wrong; empty: nothing
 * @param suggestion an address that was probably meant; empty: none
 * @param notice     key of the message that says why nothing was done, although nothing is wrong with it; empty: nothing
 */
public record AddressForm(String action, String email, String source, String error, String suggestion, String notice) {

    static AddressForm empty(String action, String source) {
        return new AddressForm(action, "", source, "", "", "");
    }

    AddressForm wrong(String typed, String messageKey, String meant) {
        return new AddressForm(action, typed, source, messageKey, meant, "");
    }

    AddressForm slip(String typed, String meant) {
        return new AddressForm(action, typed, source, "", meant, "");
    }

    AddressForm notDone(String typed, String messageKey) {
        return new AddressForm(action, typed, source, "", "", messageKey);
    }

    /** A question about a likely slip is no error. */
    HttpStatus status() {
        return error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
