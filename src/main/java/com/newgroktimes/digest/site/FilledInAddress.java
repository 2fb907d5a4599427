package com.newgroktimes.digest.site;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.AddressFault;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.InvalidAddress;
import com.newgroktimes.digest.mail.LikelySlip;

/**
 * What came of an address that somebody typed.
 *
 * @param typed   as it was typed
 * @param address null where the form is to be shown again, or nobody reads it
 * @param form    with what is wrong, or what was probably meant
 */
record FilledInAddress(String typed, @Nullable EmailAddress address, AddressForm form) {

    static FilledInAddress unread(Form sent, AddressForm form) {
        return new FilledInAddress(sent.get("email"), null, form);
    }

    /** A likely slip is asked about once, and never corrected silently. */
    static FilledInAddress read(Form sent, AddressForm form) {
        String typed = sent.get("email");
        try {
            EmailAddress address = EmailAddress.parse(typed);
            return LikelySlip.in(address)
                    .filter(meant -> !sent.has("keep"))
                    .map(meant -> new FilledInAddress(typed, null, form.slip(typed, meant)))
                    .orElse(new FilledInAddress(typed, address, form));
        } catch (InvalidAddress e) {
            return new FilledInAddress(
                    typed, null, form.wrong(typed, message(e), e.suggestion().orElse("")));
        }
    }

    private static String message(InvalidAddress invalid) {
        return invalid.fault() == AddressFault.EMPTY ? "page.address.empty" : "page.address.wrong";
    }
}
