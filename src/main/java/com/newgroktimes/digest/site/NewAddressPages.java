package com.newgroktimes.digest.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.AddressChange;
import com.newgroktimes.digest.subscribers.AddressChange.Standing;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Where the link in the mail to a new address leads: a button, and what came of it. Empty for every other token. */
@Component
final class NewAddressPages {

    private final Subscribers subscribers;
    private final Mailboxes mailboxes;
    private final Whence whence;

    NewAddressPages(Subscribers subscribers, Mailboxes mailboxes, Whence whence) {
        this.subscribers = subscribers;
        this.mailboxes = mailboxes;
        this.whence = whence;
    }

    Optional<ModelAndView> show(String token, String path) {
        AddressChange change = subscribers.addressChange(token);
        return change.standing() == Standing.UNKNOWN ? Optional.empty() : Optional.of(page(change, path));
    }

    /** The same link then says what came of it. */
    Optional<ModelAndView> press(String token, Form sent, String path, HttpServletRequest request) {
        return show(token, path).map(shown -> {
            if (sent.has("move")) {
                subscribers.changeAddress(token, whence.of(request));
            }
            return SeeOther.at(path);
        });
    }

    private ModelAndView page(AddressChange change, String path) {
        Map<String, Object> model = new HashMap<>();
        model.put("state", change.standing().name());
        model.put("path", path);
        model.put("mailbox", mailboxes.mailbox());
        if (change.from() != null) {
            model.put("from", MaskedAddress.of(change.from()));
        }
        if (change.to() != null) {
            model.put("to", MaskedAddress.of(change.to()));
        }
        return new ModelAndView("site/new-address", model, status(change.standing()));
    }

    private static HttpStatus status(Standing standing) {
        return switch (standing) {
            case READY, DONE -> HttpStatus.OK;
            case EXPIRED, OVER -> HttpStatus.GONE;
            case REFUSED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
        };
    }
}
