package com.newgroktimes.digest.site;

import java.util.Locale;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.platform.SignedLinks.Signed;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * What a reader can change: by the link in a digest, which may have been forwarded, what harms nobody; the rest by links that are
 * mailed on request ({@link RequestedPages}) and stand under the same address.
 */
@Controller
@RequestMapping("/settings/{token}")
class SettingsPage {

    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final SettingsActs acts;
    private final SettingsPages pages;
    private final RequestedPages requested;
    private final NewAddressPages newAddresses;
    private final PreviewPages previews;
    private final UnknownLink unknown;
    private final Whence whence;

    SettingsPage(
            ReaderLinks links,
            Subscribers subscribers,
            SettingsActs acts,
            SettingsPages pages,
            RequestedPages requested,
            NewAddressPages newAddresses,
            PreviewPages previews,
            UnknownLink unknown,
            Whence whence) {
        this.links = links;
        this.subscribers = subscribers;
        this.acts = acts;
        this.pages = pages;
        this.requested = requested;
        this.newAddresses = newAddresses;
        this.previews = previews;
        this.unknown = unknown;
        this.whence = whence;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Locale locale) {
        return own(token, locale)
                .or(() -> requested.show(token, pathOf(token), locale))
                .or(() -> newAddresses.show(token, pathOf(token)))
                .or(() -> previews.settings(token, locale))
                .orElseGet(() -> unknown.page(Door.SETTINGS));
    }

    /** Where a form that was saved leads. */
    @GetMapping("/saved")
    ModelAndView saved(@PathVariable String token, Locale locale) {
        return previews.nothingChanged(Door.SETTINGS, token)
                .orElseGet(() -> show(token, locale).addObject("saved", true));
    }

    /** Where asking for a mail leads, whether or not one goes. */
    @GetMapping("/sent")
    ModelAndView sent(@PathVariable String token) {
        return previews.nothingChanged(Door.SETTINGS, token)
                .or(() -> links.isOfSettings(token) ? Optional.of(pages.sent()) : Optional.empty())
                .orElseGet(() -> unknown.page(Door.SETTINGS));
    }

    /** Acts on its own named buttons alone: a POST that anything else sent changes nothing. */
    @PostMapping
    ModelAndView change(@PathVariable String token, HttpServletRequest request, Locale locale) {
        Form sent = Form.besideALink(request);
        Optional<Signed> link = links.read(Door.SETTINGS, token);
        Optional<Subscriber> reader = link.flatMap(signed -> subscribers.find(signed.subject()));
        if (reader.isPresent()) {
            Optional<String> next =
                    acts.act(reader.get(), pages.isOld(link.orElseThrow()), sent, pathOf(token), whence.of(request));
            return next.map(SeeOther::at).orElseGet(() -> show(token, locale));
        }
        return requested
                .press(token, sent, pathOf(token), request, locale)
                .or(() -> newAddresses.press(token, sent, pathOf(token), request))
                .or(() -> previews.set(token, sent))
                .orElseGet(() -> show(token, locale));
    }

    private Optional<ModelAndView> own(String token, Locale locale) {
        return links.read(Door.SETTINGS, token)
                .map(link -> subscribers
                        .find(link.subject())
                        .map(reader -> pages.of(reader, link, pathOf(token), locale))
                        .orElseGet(RequestedPages::nobody));
    }

    private static String pathOf(String token) {
        return Door.SETTINGS.path() + token;
    }
}
