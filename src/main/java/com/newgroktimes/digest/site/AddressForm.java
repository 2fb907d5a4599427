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
 * @param fault      whether we could not save it
 */
public record AddressForm(String action, String email, String source, String error, String suggestion, boolean fault) {

    static AddressForm empty(String action, String source) {
        return new AddressForm(action, "", source, "", "", false);
    }

    AddressForm wrong(String typed, String messageKey, String meant) {
        return new AddressForm(action, typed, source, messageKey, meant, false);
    }

    AddressForm slip(String typed, String meant) {
        return new AddressForm(action, typed, source, "", meant, false);
    }

    AddressForm notSaved(String typed) {
        return new AddressForm(action, typed, source, "", "", true);
    }

    /** A question about a likely slip is no error. */
    HttpStatus status() {
        return error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
