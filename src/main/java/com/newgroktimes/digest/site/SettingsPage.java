package com.newgroktimes.digest.site;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.platform.SeeOther;
import com.newgroktimes.digest.subscribers.Door;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What a reader can change. */
@Controller
@RequestMapping("/settings/{token}")
class SettingsPage {

    private final ReaderLinks links;
    private final Subscribers subscribers;
    private final Whence whence;
    private final PreviewPages previews;
    private final Sections sections;
    private final Days days;
    private final Clock clock;
    private final UnknownLink unknown;

    SettingsPage(
            ReaderLinks links,
            Subscribers subscribers,
            Whence whence,
            PreviewPages previews,
            Sections sections,
            Days days,
            Clock clock,
            UnknownLink unknown) {
        this.links = links;
        this.subscribers = subscribers;
        this.whence = whence;
        this.previews = previews;
        this.sections = sections;
        this.days = days;
        this.clock = clock;
        this.unknown = unknown;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Locale locale) {
        return reader(token)
                .map(reader -> page(reader, pathOf(token), locale))
                .or(() -> previews.settings(token))
                .orElseGet(() -> unknown.page(Door.SETTINGS));
    }

    /** Where a form that was saved leads. */
    @GetMapping("/saved")
    ModelAndView saved(@PathVariable String token, Locale locale) {
        return previews.nothingChanged(Door.SETTINGS, token)
                .orElseGet(() -> show(token, locale).addObject("saved", true));
    }

    /** Acts on its own named buttons alone: a POST that anything else sent changes nothing. */
    @PostMapping
    ModelAndView change(@PathVariable String token, HttpServletRequest request, Locale locale) {
        Optional<Subscriber> reader = reader(token);
        if (reader.isEmpty()) {
            return previews.set(token, request).orElseGet(() -> show(token, locale));
        }
        Form sent = Form.besideALink(request);
        if (sent.has("save")) {
            return save(token, reader.get(), sent, request);
        }
        if (!sent.has("stop")) {
            return show(token, locale);
        }
        long id = reader.get().id();
        String from = whence.of(request);
        if (sent.has("note")) {
            subscribers.leaveWithANote(id, from);
        } else {
            subscribers.leave(id, from);
        }
        return SeeOther.at(links.unsubscribe(id).getPath() + "/done");
    }

    /** Whoever is not on the list has nothing to set. */
    private ModelAndView save(String token, Subscriber reader, Form sent, HttpServletRequest request) {
        if (!reader.onTheList()) {
            return SeeOther.at(pathOf(token));
        }
        subscribers.prefer(
                reader.id(), SettingsForm.read(sent, reader, sections.all(), clock.instant()), whence.of(request));
        return SeeOther.at(pathOf(token) + "/saved");
    }

    private static String pathOf(String token) {
        return "/settings/" + token;
    }

    private Optional<Subscriber> reader(String token) {
        return links.read(Door.SETTINGS, token).flatMap(link -> subscribers.find(link.subject()));
    }

    private ModelAndView page(Subscriber reader, String path, Locale locale) {
        return new ModelAndView(
                "site/settings",
                Map.of(
                        "masked", MaskedAddress.of(reader.address()),
                        "subscribed", reader.onTheList(),
                        "form",
                                SettingsForm.of(
                                        reader,
                                        sections.all(),
                                        clock.instant(),
                                        until -> days.spelledOut(until, locale)),
                        "path", path));
    }
}
