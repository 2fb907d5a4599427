package com.newgroktimes.digest.site;

import org.jspecify.annotations.Nullable;

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
        return switch (invalid.fault()) {
            case EMPTY -> "page.address.empty";
            case ONE_LABEL -> "page.address.one-label";
            case SEVERAL -> "page.address.several";
            case NAME_TOO_LONG, DOMAIN_TOO_LONG, TOO_LONG -> "page.address.too-long";
            case NO_SUCH_DOMAIN -> "page.address.no-mail-there";
            case NO_AT,
                    NO_NAME,
                    NO_DOMAIN,
                    CONTROL,
                    INVISIBLE,
                    BLANK,
                    NOT_BARE,
                    DOTS,
                    NAME_CHARACTER,
                    OPEN_QUOTE,
                    NETWORK_ADDRESS,
                    DOMAIN_DOTS,
                    DOMAIN_CHARACTER,
                    OURS_NOT_ASCII,
                    OURS_MIXED -> "page.address.wrong";
        };
    }
}
